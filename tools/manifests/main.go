// Command manifests reads deployment files with the code of the tools that will use them: Compose files with compose-go,
// Dockerfiles with BuildKit's checks (what `docker build --check` runs), alert rules with Prometheus' own parser.
//
//	manifests compose <file> <env file>   prints the resolved project as JSON
//	manifests dockerfile <file>           fails on errors and on every warning
//	manifests rules <file>                prints the names of the alerts
//	manifests json <file>                 prints the YAML documents of a file as a JSON array
//
// It exits with 1 and says why when a file cannot be used. Nothing is fetched.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/containerd/platforms"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/solver/pb"
	digest "github.com/opencontainers/go-digest"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/rulefmt"
	"go.yaml.in/yaml/v3"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 3 && args[0] == "compose":
		return checkCompose(ctx, args[1], args[2])
	case len(args) == 2 && args[0] == "dockerfile":
		return checkDockerfile(ctx, args[1])
	case len(args) == 2 && args[0] == "rules":
		return checkRules(args[1])
	case len(args) == 2 && args[0] == "json":
		return printJSON(args[1])
	default:
		return errors.New("usage: manifests compose <file> <env file> | dockerfile <file> | rules <file> | json <file>")
	}
}

// checkCompose loads the file as `docker compose config` does: schema, interpolation, consistency. Only the env file
// gives values, so that the answer does not depend on who asks.
func checkCompose(ctx context.Context, file, envFile string) error {
	options, err := cli.NewProjectOptions([]string{file}, cli.WithEnvFiles(envFile), cli.WithDotEnv, cli.WithProfiles([]string{"*"}))
	if err != nil {
		return err
	}
	project, err := options.LoadProject(ctx)
	if err != nil {
		return err
	}
	resolved, err := project.MarshalJSON()
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(resolved)
	return err
}

// unresolved answers every base image with an empty configuration, so that no registry is asked.
type unresolved struct{}

func (unresolved) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "", []byte("{}"), nil
}

func checkDockerfile(ctx context.Context, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	platform := platforms.MustParse("linux/amd64")
	caps := pb.Caps.CapSet(pb.Caps.All())
	source := llb.NewSourceMap(nil, filepath.Base(file), "Dockerfile", text)
	source.Definition = &llb.Definition{}
	results, err := dockerfile2llb.DockerfileLint(ctx, text, dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{},
		SourceMap:      source,
		TargetPlatform: &platform,
		MetaResolver:   unresolved{},
		LLBCaps:        &caps,
	})
	if err != nil {
		return err
	}
	if results.Error != nil {
		return fmt.Errorf("%s: %s", file, results.Error.Message)
	}
	var found []error
	for _, warning := range results.Warnings {
		line := int32(0)
		if ranges := warning.Location.GetRanges(); len(ranges) > 0 {
			line = ranges[0].GetStart().GetLine()
		}
		found = append(found, fmt.Errorf("%s:%d: %s: %s", file, line, warning.RuleName, warning.Detail))
	}
	return errors.Join(found...)
}

func checkRules(file string) error {
	groups, errs := rulefmt.ParseFile(file, false, model.UTF8Validation)
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	var names []string
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			names = append(names, rule.Alert)
		}
	}
	fmt.Println(strings.Join(names, "\n"))
	return nil
}

func printJSON(file string) error {
	opened, err := os.Open(file)
	if err != nil {
		return err
	}
	defer opened.Close()
	documents := []any{}
	for decoder := yaml.NewDecoder(opened); ; {
		var document any
		if err := decoder.Decode(&document); errors.Is(err, io.EOF) {
			return json.NewEncoder(os.Stdout).Encode(documents)
		} else if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if document != nil {
			documents = append(documents, document)
		}
	}
}
