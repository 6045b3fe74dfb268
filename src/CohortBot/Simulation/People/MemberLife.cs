using CohortBot.Courses;

namespace CohortBot.Simulation.People;

/// <summary>A member's weeks: joins, sits down at the usual hour, opens labs, talks, leaves, comes back.</summary>
internal sealed class MemberLife
{
    private const int MostKnocks = 20; // the program is never down that long

    private readonly World _world;
    private readonly Persona _persona;
    private readonly Person _person;
    private readonly LabView _view;
    private readonly Chance _chance;
    private readonly Dictionary<LabId, int> _wanted = [];

    /// <summary>A member before the first day.</summary>
    public MemberLife(World world, Persona persona)
    {
        (_world, _persona) = (world, persona);
        _person = new Person(world, persona.Account);
        _view = new LabView(world.Database);
        _chance = Chance.Of(world.Request.Seed, $"member {persona.Number}");
    }

    /// <summary>Lives until the simulation ends.</summary>
    public async Task LiveAsync()
    {
        for (var day = _persona.JoinsOnDay; day < 7 * _world.Request.Weeks; day++)
        {
            // Thrown before the day: on one on which nothing is to be done, nobody has to wake.
            var works = day >= 0 && !IsAway(day) && _chance.Happens(Habits.Of(_persona.Temper).WorksPercent);
            if (!works && !IsMoving(day))
                continue;

            // Its own millisecond, so that no two people ever act at the same instant.
            await _world.Diary.UntilAsync(_world.At(day, _persona.SitsDownAt, _persona.Account.Zone).AddMilliseconds(_persona.Number));
            await SpendAsync(day, works);
        }
    }

    private async Task SpendAsync(int day, bool works)
    {
        if (day == _persona.JoinsOnDay || day == _persona.ReturnsOnDay)
            await JoinAsync();
        if (day == _persona.LeavesOnDay)
            await TypeUntilAnsweredAsync("my leave");
        if (works)
            await WorkAsync();
    }

    private bool IsMoving(int day) => day == _persona.JoinsOnDay || day == _persona.LeavesOnDay || day == _persona.ReturnsOnDay;

    private bool IsAway(int day) => day >= _persona.LeavesOnDay && !(day >= _persona.ReturnsOnDay);

    private async Task JoinAsync()
    {
        await TypeUntilAnsweredAsync("my join");
        if (_persona.Temper == Temper.Abroad)
            await _person.TypeAsync($"my zone zone:{_persona.Account.Zone}");
        if (_persona.JoinsOnDay > 0)
            await _person.TypeAsync("my lessons");
    }

    private async Task WorkAsync()
    {
        var posted = await _view.ListPostedAsync();
        foreach (var lab in _world.Course.Lessons.Where(lesson => posted.Contains(lesson.Id)).Select(lesson => lesson.Lab).OfType<Lab>())
        {
            var sight = await _view.FindAsync(_persona.Account.Person, lab.Id);
            if (sight is not null && sight.Exchanges >= Wanted(lab))
                continue;
            if (sight is null)
                await _person.TypeAsync($"lab start lab:{lab.Id}");
            await TalkAsync(lab);
            return; // one lab a day is enough
        }
    }

    private async Task TalkAsync(Lab lab)
    {
        if (await _view.FindAsync(_persona.Account.Person, lab.Id) is not { } before)
            return; // not opened: the lab before it is missing, or the platform was down
        var habits = Habits.Of(_persona.Temper);
        var session = new LabSession(_world, _person, _persona, _view, _chance);
        await session.TalkAsync(before.Place, Math.Min(_chance.Between(habits.LeastAtOnce, habits.MostAtOnce), Wanted(lab) - before.Exchanges));
        if (!before.IsComplete && await _view.FindAsync(_persona.Account.Person, lab.Id) is { IsComplete: true })
            await session.WindUpAsync(lab, before.Place);
    }

    // How many exchanges this member will want in a lab, thrown once.
    private int Wanted(Lab lab)
    {
        if (!_wanted.TryGetValue(lab.Id, out var wanted))
            _wanted[lab.Id] = wanted = lab.MinimumExchanges + _chance.Between(0, Habits.Of(_persona.Temper).MostBeyond);
        return wanted;
    }

    private async Task TypeUntilAnsweredAsync(string line)
    {
        for (var knock = 0; knock < MostKnocks; knock++)
        {
            if (await _person.TypeAsync(line) is not null)
                return;
            await _world.Diary.RestAsync(TimeSpan.FromMinutes(10));
        }
    }
}
