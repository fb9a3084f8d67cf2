using Mooring.CommandLine;

var root = SynthesizeCommand.Create();
root.Add(GitOpsCommand.Create());
root.Add(RehearseCommand.Create());
root.Add(WorkerCommand.Create());
return await root.Parse(args).InvokeAsync();
