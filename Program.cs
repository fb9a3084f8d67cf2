using Mooring.CommandLine;

var root = SynthesizeCommand.Create();
root.Add(GitOpsCommand.Create());
root.Add(RehearseCommand.Create());
return await root.Parse(args).InvokeAsync();
