using System.Runtime.InteropServices;

namespace CohortBot.Benchmarks.Measuring;

/// <summary>On what a figure was measured.</summary>
internal static class Machine
{
    /// <summary>Prints processor, system and runtime.</summary>
    public static void Print() =>
        Console.WriteLine(
            $"{DateTime.UtcNow:yyyy-MM-dd}: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
}
