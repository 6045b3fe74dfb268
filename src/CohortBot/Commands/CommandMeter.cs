using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Commands;

/// <summary>Commands by what became of them. Which command it was is in the trace, not here: what people type is no label.</summary>
internal static class CommandMeter
{
    private static readonly Counter<long> Commands = Meters.Count("cohortbot.commands", "{command}", "Commands, buttons and forms, by outcome.");
    private static readonly Histogram<double> Duration = Meters.Took("cohortbot.command.duration", "How long a command took from its line to its answer.");

    /// <summary>What became of a command.</summary>
    internal enum Outcome
    {
        /// <summary>It was done.</summary>
        Done,

        /// <summary>It was answered with what is wrong with it.</summary>
        Refused,

        /// <summary>A fault of ours.</summary>
        Failed,
    }

    /// <summary>A command was answered.</summary>
    public static void Answered(Outcome outcome, long start)
    {
        Commands.Add(1, Label.As("outcome", Label.Of(outcome)));
        Duration.Record(Meters.Since(start));
    }

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero()
    {
        foreach (var outcome in Label.All<Outcome>())
            Commands.Add(0, Label.As("outcome", outcome));
    }
}
