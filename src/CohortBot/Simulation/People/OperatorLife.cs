using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Simulation.Platform;

namespace CohortBot.Simulation.People;

/// <summary>
/// Whoever runs the program, in bad weeks: it is stopped in the middle of a lesson's posting and in the middle of labs, sometimes for longer than the
/// grace period; and the platform has an outage, a strict rate limit, and a time in which its answers are lost.
/// </summary>
internal sealed class OperatorLife(World world)
{
    private readonly Chance _chance = Chance.Of(world.Request.Seed, "operator");
    private readonly LessonSlots _slots = new(world.Database);

    /// <summary>Runs the program until the simulation ends; without chaos it just runs.</summary>
    public async Task LiveAsync()
    {
        for (var week = 0; world.Request.HasChaos && week < world.Request.Weeks; week++)
        {
            await SpoilLessonAsync(week);
            await SpoilLabsAsync(week);
        }
    }

    // By turns: down for less than the grace period, for more, a lost answer, an outage.
    private async Task SpoilLessonAsync(int week)
    {
        await world.Diary.UntilAsync(world.At(7 * week, new TimeOnly(6, 0), world.Request.Zone));
        if (await FindNextDueAsync() is not { } due || due > world.At((7 * week) + 5, TimeOnly.MinValue, world.Request.Zone))
            return;
        switch (week % 4)
        {
            case 0:
                await RestartAsync(due + TimeSpan.FromMilliseconds(_chance.Between(-500, 1500)), _chance.Between(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(40)));
                break;
            case 1:
                Spoil(SpellKind.LostAnswers, due, _chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)));
                break;
            case 2:
                await RestartAsync(due - TimeSpan.FromMinutes(2), _chance.Between(TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(100)));
                break;
            default:
                Spoil(SpellKind.Outage, due - TimeSpan.FromMinutes(1), _chance.Between(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(25)));
                break;
        }
    }

    // Two evenings after the lesson's day, when people sit at their labs.
    private async Task SpoilLabsAsync(int week)
    {
        SpellKind[] kinds = [SpellKind.RateLimit, SpellKind.Outage, SpellKind.LostAnswers];
        var evening = world.At((7 * week) + 5, new TimeOnly(_chance.Between(8, 19), _chance.Between(0, 59)), world.Request.Zone);
        Spoil(kinds[week % kinds.Length], evening, _chance.Between(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(90)));
        var sunday = world.At((7 * week) + 6, new TimeOnly(_chance.Between(8, 19), _chance.Between(0, 59)), world.Request.Zone);
        await RestartAsync(await NextTurnAsync(sunday), _chance.Between(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(12)));
    }

    // Waits until somebody's answer is under way, so that it is broken off; not for longer than three hours.
    private async Task<DateTimeOffset> NextTurnAsync(DateTimeOffset from)
    {
        await world.Diary.UntilAsync(from);
        for (var look = 0; look < 3 * 60 * 60; look += 20)
        {
            if (await world.Database.ReadAsync(session => session.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM turns WHERE state IN ('Open', 'Asking'))"), CancellationToken.None))
                break;
            await world.Diary.RestAsync(TimeSpan.FromSeconds(20));
        }

        return world.Clock.GetUtcNow();
    }

    private async Task RestartAsync(DateTimeOffset at, TimeSpan down)
    {
        await world.Diary.UntilAsync(at);
        var stoppedAt = world.Clock.GetUtcNow();
        await world.Calls.DuringAsync(async () =>
        {
            await world.Program.BreakOffAsync(CancellationToken.None);
            return true;
        });
        await world.Diary.RestAsync(down);
        await world.Calls.DuringAsync(async () =>
        {
            await world.Program.StartAsync(CancellationToken.None);
            return true;
        });
        world.Notes.Add(new Note(stoppedAt, "restart", Amount: (int)Math.Ceiling(down.TotalMinutes)));
    }

    private void Spoil(SpellKind kind, DateTimeOffset from, TimeSpan length) => world.Platform.Weather.Add(new Spell(from, from + length, kind));

    private async Task<DateTimeOffset?> FindNextDueAsync() =>
        (await _slots.ListAsync(WorkspaceId.Local, new CohortId(1), CancellationToken.None)).FirstOrDefault(slot => slot.State == SlotState.Planned && slot.DueAt > world.Clock.GetUtcNow())?.DueAt;
}
