using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Simulation.People;

/// <summary>
/// The facilitator's weeks: creates the cohort, posts what came too late, and changes the calendar as facilitators do: a day off, a pause, a shift, a lesson opened early.
/// Each change is shown first and confirmed by its button.
/// </summary>
internal sealed class FacilitatorLife(World world)
{
    private const int FirstDay = -3;
    private const int CohortNumber = 1;

    private static readonly TimeOnly Morning = new(8, 15);
    private static readonly TimeOnly[] Looks = [new(10, 45), new(13, 30), new(17, 0)];

    private readonly Person _frida = new(world, Account(world.Request));
    private readonly LessonSlots _slots = new(world.Database);
    private readonly Chance _chance = Chance.Of(world.Request.Seed, "facilitator");
    private int _resumesOnDay = int.MaxValue;

    /// <summary>The facilitator, owner of the workspace.</summary>
    public static LocalPerson Account(SimulationRequest request) =>
        new() { Person = new PersonId("frida"), Name = "Frida", Locale = request.Language.Value, Zone = request.Zone, IsStaff = true };

    /// <summary>Runs the cohort until the simulation ends, and returns the last <c>/cohort status</c>.</summary>
    public async Task<Reply?> LiveAsync()
    {
        await _frida.ConfirmAsync(Creation());
        var plans = Changes();
        for (var day = FirstDay + 1; day < 7 * world.Request.Weeks; day++)
        {
            await world.Diary.UntilAsync(world.At(day, Morning, world.Request.Zone));
            await ChangeAsync(day, plans.GetValueOrDefault(day));
            foreach (var hour in Looks)
            {
                await world.Diary.UntilAsync(world.At(day, hour, world.Request.Zone));
                await PostWhatWaitsAsync();
            }
        }

        await world.Diary.UntilAsync(world.At(7 * world.Request.Weeks, TimeOnly.MinValue, world.Request.Zone));
        return await _frida.TypeAsync("cohort status");
    }

    private string Creation()
    {
        var request = world.Request;
        var holidays = request.Holidays is { } country ? $" holidays:{country}" : "";
        return $"cohort create course:{request.Course} plan:{CommandLine.Quote(request.Plan)} zone:{request.Zone} start:{request.From:yyyy-MM-dd} staff:{World.StaffChannel}{holidays} language:{request.Language}";
    }

    // One change a week from the second on, each on a day of its own.
    private Dictionary<int, string> Changes()
    {
        string[] kinds = ["day_off", "pause", "shift", "unlock"];
        return _chance.Shuffle(kinds).Select((kind, at) => (kind, Day: (7 * (at + 1)) + _chance.Between(1, 4)))
            .Where(change => change.Day < 7 * world.Request.Weeks).ToDictionary(change => change.Day, change => change.kind);
    }

    private async Task ChangeAsync(int day, string? change)
    {
        if (day >= _resumesOnDay && await _frida.ConfirmAsync("cohort resume"))
        {
            _resumesOnDay = int.MaxValue;
            Note("resume");
        }

        if (change is null || await FindNextAsync() is not { DueAt: { } due } next)
            return;
        switch (change)
        {
            case "day_off" when await _frida.ConfirmAsync($"cohort holiday add date:{DayOf(due):yyyy-MM-dd} name:\"Team day\""):
                Note("day_off", $"{DayOf(due):yyyy-MM-dd}");
                break;
            case "pause" when await _frida.ConfirmAsync("cohort pause"):
                _resumesOnDay = day + _chance.Between(2, 6);
                Note("pause");
                break;
            case "shift" when await _frida.ConfirmAsync("cohort shift days:1"):
                Note("shift", amount: 1);
                break;
            case "unlock" when await _frida.ConfirmAsync($"lesson unlock lesson:{next.Lesson}"):
                Note("unlock", world.Course.Find(next.Lesson)?.Title ?? next.Lesson.Value);
                break;
        }
    }

    private async Task PostWhatWaitsAsync()
    {
        foreach (var slot in (await ListAsync()).Where(slot => slot.State is SlotState.Offered or SlotState.Held))
        {
            if (await _frida.ConfirmAsync($"lesson post lesson:{slot.Lesson}"))
                Note("posted_by_hand", world.Course.Find(slot.Lesson)?.Title ?? slot.Lesson.Value);
        }
    }

    private async Task<LessonSlot?> FindNextAsync() =>
        (await ListAsync()).FirstOrDefault(slot => slot.State == SlotState.Planned && slot.DueAt > world.Clock.GetUtcNow());

    private Task<IReadOnlyList<LessonSlot>> ListAsync() => _slots.ListAsync(WorkspaceId.Local, new CohortId(CohortNumber), CancellationToken.None);

    private DateOnly DayOf(DateTimeOffset due) => CohortClock.Day(due, world.Request.Zone);

    private void Note(string kind, string subject = "", int amount = 0) => world.Notes.Add(new Note(world.Clock.GetUtcNow(), kind, subject, amount));
}
