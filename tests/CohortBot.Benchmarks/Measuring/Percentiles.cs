using System.Collections.Concurrent;

namespace CohortBot.Benchmarks.Measuring;

/// <summary>Durations of one kind, gathered from many threads.</summary>
internal sealed class Percentiles
{
    private readonly ConcurrentBag<double> _milliseconds = [];

    /// <summary>How many there are.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan duration) => _milliseconds.Add(duration.TotalMilliseconds);

    /// <summary>Half of them, nineteen in twenty, ninety-nine in a hundred, and the worst, in milliseconds.</summary>
    public override string ToString()
    {
        if (_milliseconds.IsEmpty)
            return "none";
        var sorted = _milliseconds.Order().ToArray();
        return $"{At(sorted, 0.5),8:F2} {At(sorted, 0.95),8:F2} {At(sorted, 0.99),8:F2} {sorted[^1],8:F2}";
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
