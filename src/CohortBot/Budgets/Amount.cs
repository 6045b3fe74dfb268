using System.Runtime.InteropServices;

namespace CohortBot.Budgets;

/// <summary>What was taken from a budget.</summary>
/// <param name="Cost">Millionths of the settings' currency.</param>
/// <param name="Tokens">Tokens that a model read or wrote.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Amount(long Cost, long Tokens)
{
    /// <summary>Both together.</summary>
    public static Amount operator +(Amount one, Amount other) => new(one.Cost + other.Cost, one.Tokens + other.Tokens);

    /// <summary>Several together.</summary>
    public static Amount Sum(IEnumerable<Amount> amounts) => amounts.Aggregate(default(Amount), (sum, next) => sum + next);
}
