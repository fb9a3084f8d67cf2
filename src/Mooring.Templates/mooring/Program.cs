using Mooring.Fleet.Faults;
using Mooring.Synthesis;

// Synthesizes fleet.yaml into cdktf.out/, or where the CDKTF CLI wants it.
var output = Environment.GetEnvironmentVariable("CDKTF_OUTDIR") ?? "cdktf.out";
try
{
    var fleet = FleetSynthesis.SynthesizeFile("fleet.yaml", output, new SynthesisOptions());
    foreach (var stack in fleet.Stacks)
    {
        Console.WriteLine($"{stack.Name}: {stack.Resources} resources");
    }

    return 0;
}
catch (FleetException exception)
{
    foreach (var fault in exception.Faults)
    {
        Console.Error.WriteLine(fault);
    }

    return 1;
}
