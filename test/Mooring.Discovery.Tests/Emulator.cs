using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mooring.TestKit;
using Mooring.TestKit.Programs;

namespace Mooring.Discovery.Tests;

/// <summary>
/// moto, an emulator of AWS, as it runs after <c>pip install 'moto[server]' awscli</c>, and the AWS CLI that asks it. <c>Accounts/record.py</c> is in front of
/// the CLI and completes what moto does not know.
/// </summary>
/// <seealso href="https://docs.getmoto.org/en/latest/docs/server_mode.html"/>
internal sealed class Emulator : IDisposable
{
    /// <summary>The program.</summary>
    public const string Program = "moto_server";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    /// <summary>Starts it.</summary>
    /// <param name="folder">A directory for the program <c>aws</c> and its record.</param>
    public Emulator(string folder)
    {
        var port = FreePort();
        var programs = Directory.CreateDirectory(Path.Combine(folder, "emulated")).FullName;
        Executable.Write(programs, "aws", $"exec python3 '{PathOf("record.py")}' \"$@\"");
        Variables = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL"] = $"http://127.0.0.1:{port}",
            ["AWS_ACCESS_KEY_ID"] = "emulated",
            ["AWS_SECRET_ACCESS_KEY"] = "emulated",
            ["RECORD"] = Path.Combine(folder, "record"),
            ["REAL_PATH"] = Environment.GetEnvironmentVariable("PATH"),
            ["PATH"] = $"{programs}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        };
        var output = Path.Combine(folder, "moto.log");
        _process = Process.Start("sh", ["-c", $"exec {Program} -p {port.ToString(CultureInfo.InvariantCulture)} > '{output}' 2>&1"]);
        WaitFor(port, output);
    }

    /// <summary>The environment of programs that ask it.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; }

    /// <summary>Makes an account, with a program of <c>Accounts/</c>.</summary>
    public void Make(string program)
    {
        var run = Command.Run("/", Variables, "python3", PathOf(program));
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {run.Error}");
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string PathOf(string program) => Repository.PathOf("test/Mooring.Discovery.Tests/Accounts", program);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitFor(int port, string output)
    {
        var clock = Stopwatch.StartNew();
        while (!Listens(port))
        {
            if (_process.HasExited || clock.Elapsed > s_patience)
            {
                throw new InvalidOperationException($"{Program} does not answer: {File.ReadAllText(output)}");
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(200));
        }
    }

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
