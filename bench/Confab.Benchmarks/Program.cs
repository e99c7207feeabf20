using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Confab.Benchmarks -- --filter '*Parse*'
// dotnet run -c Release --project bench/Confab.Benchmarks -- --filter '*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Confab.Benchmarks.ParseBenchmarks).Assembly).Run(args);
