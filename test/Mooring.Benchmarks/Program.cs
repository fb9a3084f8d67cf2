using System.CommandLine;
using Mooring.Benchmarks;

// After a signal, it waits for the current run.
return await BenchmarkCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
