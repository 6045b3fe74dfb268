using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CohortBot.Benchmarks.Running;

/// <summary>The program in a process of its own, as whoever runs it starts it.</summary>
internal sealed class RunningProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private RunningProgram(Process process) => _process = process;

    /// <summary>From the start of the process to the panel that says where to look.</summary>
    public TimeSpan Ready { get; private set; }

    /// <summary>What the program holds in memory, in MB (VmRSS).</summary>
    public double ResidentMegabytes => ReadStatus("VmRSS:") / 1024;

    /// <summary>The part of it that is no file's, in MB (RssAnon and RssShmem: heaps, stacks, compiled code).</summary>
    public double PrivateMegabytes => (ReadStatus("RssAnon:") + ReadStatus("RssShmem:")) / 1024;

    /// <summary>Starts the program over a database and waits until it says that it is ready.</summary>
    /// <param name="arguments">May name another build, see <see cref="ProgramStart"/>.</param>
    /// <param name="database">The SQLite file.</param>
    public static async Task<RunningProgram> StartAsync(BenchmarkArguments arguments, string database)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = ProgramStart.Of(arguments, "run", "--urls", url);
        start.Environment["COHORTBOT_Storage__File"] = database;
        var watch = Stopwatch.StartNew();
        var program = new RunningProgram(Process.Start(start)!);
        await program.UntilAsync(url);
        program.Ready = watch.Elapsed;
        return program;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task UntilAsync(string url)
    {
        using var late = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (!line.Contains(url, StringComparison.Ordinal))
                continue;
            _ = _process.StandardOutput.ReadToEndAsync(CancellationToken.None); // a full pipe would stop the program
            _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
            return;
        }

        throw new InvalidOperationException("The program ended before it was ready.");
    }

    private double ReadStatus(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
