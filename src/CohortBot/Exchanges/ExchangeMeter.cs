using System.Diagnostics.Metrics;
using CohortBot.Operations;

namespace CohortBot.Exchanges;

/// <summary>Exchanges, as they are committed. The ledger is what counts; this shows its pace.</summary>
internal static class ExchangeMeter
{
    private static readonly Counter<long> Counted = Meters.Count("cohortbot.exchanges.counted", "{exchange}", "Exchanges written since the start.");

    /// <summary>One was committed.</summary>
    public static void Count() => Counted.Add(1);

    /// <summary>The counters with nothing counted.</summary>
    public static void AtZero() => Counted.Add(0);
}
