using System.Runtime.InteropServices;

namespace CohortBot.Budgets;

/// <summary>The most that may be taken; each half may be missing.</summary>
/// <param name="Cost">Millionths of the settings' currency, or null for no limit in money.</param>
/// <param name="Tokens">Tokens, or null for no limit in tokens.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Limit(long? Cost, long? Tokens)
{
    /// <summary>No limit at all.</summary>
    public static readonly Limit None = new(null, null);

    /// <summary>Whether nothing is limited.</summary>
    public bool IsNone => this == None;

    /// <summary>Whether it is used up.</summary>
    public bool IsReached(Amount taken) => taken.Cost >= Cost || taken.Tokens >= Tokens;

    /// <summary>Whether it is kept with this much taken.</summary>
    public bool Covers(Amount taken) => !(taken.Cost > Cost || taken.Tokens > Tokens);

    /// <summary>How much of it is taken, 1 for all of it; the half that is nearer to its end counts. 0 without a limit.</summary>
    public double PartOf(Amount taken) => Math.Max(Part(taken.Cost, Cost), Part(taken.Tokens, Tokens));

    private static double Part(long taken, long? limit) => limit switch
    {
        null => 0,
        <= 0 => 1,
        { } most => (double)taken / most,
    };
}
