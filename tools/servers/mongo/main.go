// Serves the MongoDB protocol for tests and development: FerretDB 1.x over SQLite, embedded.
//
//	mongo-server <address> <folder>
//
// prints its URL once it listens, and ends on SIGTERM, SIGINT or when its standard input is closed: it must not
// outlive the tests that started it, however they end. Not for production.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if len(os.Args) != 3 {
		fail(fmt.Errorf("usage: mongo-server <address> <folder>"))
	}
	if err := serve(os.Args[1], os.Args[2]); err != nil {
		fail(err)
	}
}

func serve(address, folder string) error {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: address},
		Handler:   "sqlite",
		SQLiteURL: "file:" + folder + "/",
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	// The address is known once the listener runs.
	go func() { fmt.Println(server.MongoDBURI()) }()
	return server.Run(ctx)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
