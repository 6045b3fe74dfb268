using CohortBot.Access;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts.Calendar;
using CohortBot.Cohorts.Changes;
using CohortBot.Texts;

namespace CohortBot.Cohorts.Members;

/// <summary>What a member hears who has just joined: what comes next, and how to catch up.</summary>
internal static class JoinAnswers
{
    /// <summary>The answer in the member's language and time.</summary>
    public static Document Make(Wording wording, CohortFacts facts, Member member, Joining joining)
    {
        var cohort = facts.Cohort;
        Document document = new([wording.Paragraph($"cohorts.join_{joining}", ("cohort", cohort.Name)), Next(wording, facts, member)]);
        var open = facts.Slots.Count(slot => slot.State == SlotState.Posted);
        return open == 0
            ? document
            : document.With(
                wording.Paragraph("cohorts.join_open_lessons", ("count", open)),
                new ButtonRow([wording.Button("cohorts.my_lessons", $"my lessons cohort:{cohort.Id}")]));
    }

    private static Paragraph Next(Wording wording, CohortFacts facts, Member member)
    {
        if (facts.Cohort.State == CohortState.Paused)
            return wording.Paragraph("cohorts.join_paused");
        if (facts.ToCome.FirstOrDefault() is not { DueAt: { } due } next)
            return wording.Paragraph("cohorts.join_no_lesson");
        var zone = ZoneNames.Find(member.Zone);
        var when = new LocalMoment(due, zone ?? facts.Cohort.Zone, ShowsOffset: true);
        return wording.Paragraph(
            zone is null ? "cohorts.join_next_there" : "cohorts.join_next",
            ("lesson", DraftTables.Title(facts, next)), ("when", when), ("zone", zone ?? facts.Cohort.Zone));
    }
}
