using System.CommandLine;
using Mooring.Benchmarks;

// After a signal, the run at hand is waited for.
return await BenchmarkCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
