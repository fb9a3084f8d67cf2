using System.CommandLine;
using Mooring.CommandLine;

var root = SynthesizeCommand.Create();
root.Add(GitOpsCommand.Create());
root.Add(RehearseCommand.Create());
root.Add(WorkerCommand.Create());
// Whatever is interrupted has this long to finish what it began, and to clean up.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
