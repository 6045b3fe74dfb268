using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Courses;

namespace CohortBot.Simulation.People;

/// <summary>A member at work in a lab: writes, waits, tries again, and does what the temper brings with it.</summary>
internal sealed class LabSession(World world, Person person, Persona persona, LabView view, Chance chance)
{
    private const int MostLooks = 90; // with half an hour between them at most: nearly two days

    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMinutes(30);

    /// <summary>Has some exchanges. Ends early when no answer comes.</summary>
    public async Task TalkAsync(Place thread, int exchanges)
    {
        for (var said = 0; said < exchanges; said++)
        {
            await SayAsync(thread);
            if (!await IsAnsweredAsync(thread))
                return;
            await world.Diary.RestAsync(chance.Between(TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(6)));
        }
    }

    /// <summary>Looks at what came of a lab that is complete.</summary>
    public async Task WindUpAsync(Lab lab, Place thread)
    {
        if (persona.Temper is Temper.Keen or Temper.Corrector)
            await person.TypeAsync($"lab finish lab:{lab.Id}", thread);
        if (persona.Temper == Temper.Keen && chance.Happens(50))
            await person.TypeAsync($"lab share lab:{lab.Id}", thread);
        if (chance.Happens(30))
            await person.TypeAsync($"lab why lab:{lab.Id}", thread);
        if (chance.Happens(15))
            await person.TypeAsync("my pack");
    }

    private async Task SayAsync(Place thread)
    {
        foreach (var words in MemberWords.Turn(persona.Temper, chance))
        {
            if (await person.WriteAsync(thread, words) is not { } id)
                return;
            if (world.Request.HasChaos && chance.Happens(25))
                await person.RedeliverAsync(thread, id);
            if (persona.Temper == Temper.Corrector)
                await CorrectAsync(thread, id);
            await world.Diary.RestAsync(TimeSpan.FromMilliseconds(900));
        }
    }

    // Before the advisor has begun, while it answers, or long after.
    private async Task CorrectAsync(Place thread, LocalMessageId id)
    {
        var late = chance.Happens(30);
        await world.Diary.RestAsync(late ? TimeSpan.FromMinutes(3) : TimeSpan.FromMilliseconds(chance.Between(300, 2600)));
        if (chance.Happens(60))
        {
            await person.EditAsync(id, MemberWords.Correction(chance));
        }
        else if (chance.Happens(50))
        {
            await person.DeleteAsync(id);
            await person.WriteAsync(thread, MemberWords.Correction(chance));
        }
    }

    private async Task<bool> IsAnsweredAsync(Place thread)
    {
        var wait = FirstLook;
        for (var look = 0; look < MostLooks; look++)
        {
            await world.Diary.RestAsync(wait);
            if (!await view.WaitsAsync(person.Account.Person, thread))
                return true;
            if (await view.FindFailedAsync(person.Account.Person, thread) is { } turn)
                await person.TypeAsync($"lab retry turn:{turn}", thread);
            wait = wait * 2 < LongestLook ? wait * 2 : LongestLook;
        }

        return false;
    }
}
