using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CohortBot.Tests.Crashes;

/// <summary>The real program as a process of its own, which is killed without a word (SIGKILL) and started again over the same files.</summary>
internal sealed class KilledProgram(string folder, IReadOnlyDictionary<string, string> settings) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _said = new();
    private Process? _process;

    /// <summary>Where it listens; another port at every start, since a killed one may keep its own for a while.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>What it wrote to its terminal since it was started last.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>The process.</summary>
    public int Id => _process!.Id;

    /// <summary>Starts the process; it is not ready yet.</summary>
    public void Start()
    {
        Url = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        lock (_said)
            _said.Clear();
        _process = Process.Start(Command("run", "--urls", Url.ToString()))!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Runs another of its commands to the end.</summary>
    public async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Command(arguments))!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }

    /// <summary>Whether it answers that all is well.</summary>
    public async Task<bool> IsWellAsync()
    {
        using var browser = Browser();
        return await IsWellAsync(browser);
    }

    /// <summary>Waits until it has ended by itself. Returns with what.</summary>
    public async Task<int> WhenEndedAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process!.WaitForExitAsync(patience.Token);
        var code = _process.ExitCode;
        _process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>Waits until it answers that all is well. Returns how long that took.</summary>
    public async Task<TimeSpan> WhenReadyAsync()
    {
        using var browser = Browser();
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < Patience)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The program ended by itself:\n{Said}");
            if (await IsWellAsync(browser))
                return Stopwatch.GetElapsedTime(began);
            await Task.Delay(20);
        }

        throw new TimeoutException($"The program was not ready after {Patience}:\n{Said}");
    }

    /// <summary>Ends it as a power cut would, from its own point of view.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
            Kill();
    }

    private ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "exec", Path.Combine(AppContext.BaseDirectory, "cohortbot.dll") },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private HttpClient Browser() => new() { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };

    private static async Task<bool> IsWellAsync(HttpClient browser)
    {
        try
        {
            using var answer = await browser.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
