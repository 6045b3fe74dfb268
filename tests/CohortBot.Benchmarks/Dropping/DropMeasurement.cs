using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CohortBot.Benchmarks.Dropping;

/// <summary>Runs <see cref="DropBenchmark"/> in this process: no second build is needed, and what is measured is the program of this build.</summary>
internal static class DropMeasurement
{
    public static Task RunAsync(BenchmarkArguments arguments)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "cohortbot-benchmarks"));
        var summary = BenchmarkRunner.Run<DropBenchmark>(config);
        MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Default);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)
            ? throw new InvalidOperationException("The benchmark did not run.")
            : Task.CompletedTask;
    }
}
