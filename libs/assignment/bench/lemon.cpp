// The baseline: LEMON's network simplex on the same network. Usage: lemon <instance>; prints JSON.
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

template <typename T> std::vector<T> read(FILE *file, size_t count) {
  std::vector<T> values(count);
  if (fread(values.data(), sizeof(T), count, file) != count) throw 1;
  return values;
}

int main(int, char **arguments) {
  FILE *file = fopen(arguments[1], "rb");
  if (!file) return 1;
  const auto counts = read<int32_t>(file, 3);
  const int requests = counts[0], volunteers = counts[1], sink = requests + volunteers;
  const auto rowStart = read<int32_t>(file, requests + 1), column = read<int32_t>(file, counts[2]),
             cost = read<int32_t>(file, counts[2]), capacity = read<int32_t>(file, volunteers);
  const auto penalty = read<double>(file, requests);

  std::vector<std::pair<int, int>> arcs;
  std::vector<int64_t> arcCost;
  std::vector<int> arcCapacity;
  for (int r = 0; r < requests; r++) {
    for (int e = rowStart[r]; e < rowStart[r + 1]; e++) {
      arcs.emplace_back(r, requests + column[e]);
      arcCost.push_back(cost[e]);
      arcCapacity.push_back(1);
    }
    arcs.emplace_back(r, sink);
    arcCost.push_back(int64_t(penalty[r]));
    arcCapacity.push_back(1);
  }
  for (int v = 0; v < volunteers; v++) {
    arcs.emplace_back(requests + v, sink);
    arcCost.push_back(0);
    arcCapacity.push_back(capacity[v]);
  }
  using Graph = lemon::StaticDigraph;
  Graph graph;
  graph.build(sink + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<int64_t> costs(graph);
  Graph::ArcMap<int> upper(graph);
  for (Graph::ArcIt a(graph); a != lemon::INVALID; ++a) {
    costs[a] = arcCost[graph.id(a)];
    upper[a] = arcCapacity[graph.id(a)];
  }
  Graph::NodeMap<int> supply(graph, 0);
  for (int r = 0; r < requests; r++) supply[graph.node(r)] = 1;
  supply[graph.node(sink)] = -requests;

  std::vector<double> ms;
  int64_t total = 0;
  const auto begin = std::chrono::steady_clock::now();
  do {
    const auto start = std::chrono::steady_clock::now();
    lemon::NetworkSimplex<Graph, int, int64_t> solver(graph);
    solver.upperMap(upper).costMap(costs).supplyMap(supply).run();
    const auto end = std::chrono::steady_clock::now();
    total = solver.totalCost<int64_t>();
    ms.push_back(std::chrono::duration<double, std::milli>(end - start).count());
  } while (ms.size() < 9 && std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
  std::sort(ms.begin(), ms.end());
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"warmMs\": %.2f, \"bestMs\": %.2f, \"total\": \"%lld\", \"peakMb\": %.0f}\n", ms[ms.size() / 2], ms[0],
         (long long)total, usage.ru_maxrss / 1024.0);
}
