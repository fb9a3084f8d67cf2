using System.CommandLine;
using Mooring.CommandLine;

var root = SynthesizeCommand.Create();
root.Add(GitOpsCommand.Create());
root.Add(RehearseCommand.Create());
root.Add(WorkerCommand.Create());
// Commands listen to signals themselves, before they begin.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
