using CohortBot.Access;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Labs.Safety;

/// <summary>
/// What facilitators are told: who, in which lab, when, and where it stands. The words are not repeated: they are read in the thread, by those who may
/// read there anyway, and stay out of a channel that others may come to read.
/// </summary>
internal sealed class SafetyNotices(StaffNotices staff, ICourseLibrary library)
{
    /// <summary>Calls the facilitators to a member in a crisis; the same event calls once. Returns whether there is anybody to call.</summary>
    public Task<bool> CallAsync(Session session, SafetyEvent met) => TellAsync(session, met, "crisis", (facts, wording) =>
    [
        wording.Paragraph("safety.call_crisis", ("name", facts.Name), ("lab", facts.Lab), ("cohort", facts.Cohort.Name), ("at", new LocalMoment(met.At, facts.Cohort.Zone))),
        wording.Paragraph("safety.call_next", ("name", facts.Name)),
        wording.Paragraph(Where(met, facts), ("name", facts.Name), ("lab", facts.Lab)),
        wording.Note("safety.call_may_be_wrong"),
    ]);

    /// <summary>Tells the facilitators of a member's tone; the same event tells once. Returns whether there is anybody to tell.</summary>
    public Task<bool> TellOfAbuseAsync(Session session, SafetyEvent met, int count) => TellAsync(session, met, "abuse", (facts, wording) =>
    [
        wording.Paragraph("safety.call_abuse", ("name", facts.Name), ("lab", facts.Lab), ("cohort", facts.Cohort.Name), ("count", count)),
        wording.Paragraph(Where(met, facts), ("name", facts.Name), ("lab", facts.Lab)),
        wording.Note("safety.call_may_be_wrong"),
    ]);

    private static string Where(SafetyEvent met, Facts facts) =>
        met.LabMessage is null ? "safety.call_where_card" : facts.IsShared ? "safety.call_where_shared" : "safety.call_where";

    private async Task<bool> TellAsync(Session session, SafetyEvent met, string kind, Func<Facts, Wording, IReadOnlyList<Block>> write)
    {
        if (await CohortStore.FindAsync(session, met.Workspace, met.Cohort) is not { } cohort)
            return false;
        var name = (await MemberDirectory.FindAsync(session, met.Workspace, met.Member))?.Name ?? met.Member.Value;
        var lab = library.Shelf.Find(cohort.Course)?.Lessons.FirstOrDefault(lesson => lesson.Lab?.Id == met.Lab)?.Lab?.Title ?? met.Lab.Value;
        var facts = new Facts(cohort, name, lab, cohort.ThreadMode == LabThreadMode.Shared);
        var key = new OutboxKey(met.Workspace, $"safety/{kind}/{met.Id}");
        return await staff.AddAsync(session, cohort, key, wording => new Document(write(facts, wording)), except: met.Member);
    }

    private sealed record Facts(Cohort Cohort, string Name, string Lab, bool IsShared);
}
