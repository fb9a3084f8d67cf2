using Mooring.Benchmarks;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
