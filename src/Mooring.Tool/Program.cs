using Mooring.Cli;

return await MooringCli.RunAsync(args, tool: "mooring");
