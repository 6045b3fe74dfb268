using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CohortBot.Operations;

/// <summary>What runs, and since when.</summary>
internal static class ProgramMeter
{
    /// <summary>The program's version.</summary>
    public static string Version { get; } =
        typeof(ProgramMeter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    private static readonly DateTimeOffset StartedAt = new(Process.GetCurrentProcess().StartTime.ToUniversalTime());
    private static readonly DateTimeOffset Epoch = DateTimeOffset.UnixEpoch;

#pragma warning disable IDE0052 // they are kept to be asked
    private static readonly ObservableGauge<int> Build = Meters.Program.CreateObservableGauge(
        "cohortbot.build.info", () => new Measurement<int>(1, Label.As("version", Version), Label.As("runtime", RuntimeInformation.FrameworkDescription)), null, "1, with what runs.");

    private static readonly ObservableGauge<double> Start = Meters.Program.CreateObservableGauge(
        "cohortbot.start.time", () => (StartedAt - Epoch).TotalSeconds, "s", "When the program was started, in seconds since 1970.");

    private static readonly ObservableGauge<double> Uptime = Meters.Program.CreateObservableGauge(
        "cohortbot.uptime", () => (TimeProvider.System.GetUtcNow() - StartedAt).TotalSeconds, "s", "How long the program has run.");
#pragma warning restore IDE0052

    /// <summary>Shows them from now on; twice is once.</summary>
    public static void Show() => _ = (Build, Start, Uptime);
}
