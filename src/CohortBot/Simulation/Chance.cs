using System.Text;

namespace CohortBot.Simulation;

/// <summary>
/// Chance that is the same on every machine and for ever: SplitMix64 (https://prng.di.unimi.it/splitmix64.c). Each who needs some has a stream of their own by name, so
/// that nobody's throws depend on who came first.
/// </summary>
internal sealed class Chance(ulong state)
{
    private ulong _state = state;

    /// <summary>The stream of a name under a seed.</summary>
    public static Chance Of(long seed, string name)
    {
        // FNV-1a of the name (http://www.isthe.com/chongo/tech/comp/fnv/), since string hash codes differ from run to run.
        var hash = 14695981039346656037UL;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ octet) * 1099511628211UL;
        return new Chance(hash ^ ((ulong)seed * 0x9E3779B97F4A7C15UL));
    }

    /// <summary>A number from 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A number from one to another, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something comes true that does so many times in a hundred.</summary>
    public bool Happens(int percent) => Below(100) < percent;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>A time from one to another, in whole seconds.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most) => TimeSpan.FromSeconds(Between((int)least.TotalSeconds, (int)most.TotalSeconds));

    /// <summary>The same things in another order.</summary>
    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> things)
    {
        var order = things.ToList();
        for (var at = order.Count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (order[at], order[other]) = (order[other], order[at]);
        }

        return order;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
