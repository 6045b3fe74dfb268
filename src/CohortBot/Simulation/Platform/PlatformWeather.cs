using CohortBot.Chat;

namespace CohortBot.Simulation.Platform;

/// <summary>The platform's bad hours. What happens follows from the hour alone, so it is the same in each run.</summary>
internal sealed class PlatformWeather(TimeProvider time)
{
    private static readonly TimeSpan TimeForOne = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<Spell> _spells = [];
    private readonly Dictionary<Spell, int> _hits = [];
    private DateTimeOffset _freeAt;

    /// <summary>The bad hours, each with how many calls it hit.</summary>
    public IReadOnlyList<(Spell Spell, int Calls)> Hits
    {
        get
        {
            lock (_gate)
                return [.. _spells.Select(spell => (spell, _hits.GetValueOrDefault(spell)))];
        }
    }

    /// <summary>Lets something go wrong for a time.</summary>
    public void Add(Spell spell)
    {
        lock (_gate)
            _spells.Add(spell);
    }

    /// <summary>Called before a call is made.</summary>
    /// <exception cref="ChatException">The platform refuses it; nothing has arrived.</exception>
    public void Before()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (Find(SpellKind.Outage, now) is { } outage)
            {
                Hit(outage);
                throw new ChatException("The simulated platform is down.", isTransient: true);
            }

            if (Find(SpellKind.RateLimit, now) is { } limit)
                Take(limit, now);
        }
    }

    /// <summary>Called after a call has arrived.</summary>
    /// <exception cref="ChatException">Its answer is lost.</exception>
    public void After()
    {
        lock (_gate)
        {
            if (Find(SpellKind.LostAnswers, time.GetUtcNow()) is not { } spell)
                return;
            Hit(spell);
            throw new ChatException("The simulated platform's answer was lost.", isTransient: true);
        }
    }

    private void Take(Spell limit, DateTimeOffset now)
    {
        if (now < _freeAt)
        {
            Hit(limit);
            throw new ChatException("The simulated platform asks to wait.", isTransient: true, retryAfter: _freeAt - now);
        }

        _freeAt = now + TimeForOne;
    }

    private Spell? Find(SpellKind kind, DateTimeOffset now) => _spells.Find(spell => spell.Kind == kind && spell.Holds(now));

    private void Hit(Spell spell) => _hits[spell] = _hits.GetValueOrDefault(spell) + 1;
}
