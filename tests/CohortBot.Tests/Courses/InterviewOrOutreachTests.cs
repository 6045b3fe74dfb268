using CohortBot.Tests.Advisors;

namespace CohortBot.Tests.Courses;

/// <summary>The last lab branches: who practises an interview and who writes to people hear different questions and keep different cards.</summary>
public sealed class InterviewOrOutreachTests
{
    private const string Lab = "interview-or-outreach";

    private static readonly string[] Nurse =
    [
        "Outreach. I'm an intensive care nurse and I'd like to evaluate clinical AI. I wrote the sepsis checklist that 40 nurses on our ward still use.",
        "Your triage assistant at Corti, because it listens to emergency calls and I have taken hundreds. "
            + "Your digital group at our regional hospital, because it tests an early warning score on wards like mine. "
            + "Your nursing informatics working group, because your guideline has one page on AI and nothing on nights.",
        "I would like to know how you find out what the tool gets wrong at night, when nobody writes it down.",
        "Their demo shows calm callers, and real ones shout, repeat themselves and hand the phone to a child.",
        "They will doubt that I can read their statistics. I checked 200 alarms by hand against the charts.",
        "I send the first on Tuesday morning after my shift and remind them once after ten days.",
    ];

    private static readonly string[] Graduate =
    [
        "Interview please. I'm a backend developer with a computer science degree and I want to become a machine learning engineer; my Raft implementation has 300 stars.",
        "I would ask who decides about a blocked payment and which is worse, a missed fraud or a false alarm for a good customer. I would use transactions with chargebacks as labels, which arrive late, and I would watch for leaks: fields that are not known at prediction time.",
        "I'd start with a rule and a logistic regression as a baseline and move to boosted trees only if it beats them. I'd split by time and look at precision and recall at a threshold set by the cost of each mistake.",
        "The service calls an API and gets an answer within 50 milliseconds; if it is down, the rules take over. I'd monitor drift of the inputs weekly, and whoever is on call owns the alarm when the block rate doubles.",
        "First the block rate per merchant, then the input distribution, then the last release. I would roll back and tell the customer within the hour.",
        "Serving felt weakest. Wednesdays at eight with a friend who interviews people.",
    ];

    [Fact]
    public async Task Each_track_fills_its_own_card()
    {
        var interview = await (await Conversation.In(Lab).SayAllAsync(Graduate)).CardAsync();
        var outreach = await (await Conversation.In(Lab).SayAllAsync(Nurse)).CardAsync();
        string[] shared = ["track", "target", "next_step"];
        Assert.Equal(shared, interview.Entries.Select(entry => entry.Id).Intersect(outreach.Entries.Select(entry => entry.Id)).Order().Reverse().OrderBy(id => Array.IndexOf(shared, id)));
        Assert.Equal(["interview"], interview.Find("track")!.Chosen);
        Assert.Equal(["outreach"], outreach.Find("track")!.Chosen);
        Assert.All((string[])["clarification", "data", "model", "evaluation", "serving", "monitoring"], station => Assert.NotNull(interview.Find(station)!.Quote));
        Assert.All((string[])["draft_1", "draft_2", "draft_3"], draft => Assert.False(outreach.Find(draft)!.IsGuess));
    }

    [Fact]
    public async Task Three_exchanges_are_enough_for_three_drafts_in_the_members_words()
    {
        var card = await (await Conversation.In(Lab).SayAllAsync(Nurse[..3])).CardAsync();
        var drafts = string.Join('\n', card.Entries.Where(entry => entry.Id.StartsWith("draft", StringComparison.Ordinal)).Select(entry => entry.Value));
        Assert.Contains("I wrote the sepsis checklist that 40 nurses on our ward still use.", drafts, StringComparison.Ordinal);
        Assert.Contains("triage assistant", drafts, StringComparison.Ordinal);
        Assert.Contains("digital group", drafts, StringComparison.Ordinal);
        Assert.Contains("working group", drafts, StringComparison.Ordinal);
        Assert.DoesNotContain("{", drafts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strong_interview_scores_above_a_thin_one_and_what_was_not_heard_says_so()
    {
        var strong = await (await Conversation.In(Lab).SayAllAsync(Graduate)).CardAsync();
        var thin = await (await Conversation.In(Lab).SayAllAsync(
            "Interview. I am a data analyst and I aim at data science; I made the weekly churn report.",
            "I would ask who the users are. I would use the customer table and some history.",
            "I would take a neural network with good accuracy.")).CardAsync();
        Assert.True(strong.Find("total")!.Score >= thin.Find("total")!.Score + 8);
        Assert.True(thin.Find("monitoring")!.IsGuess);
        Assert.Equal(1, thin.Find("monitoring")!.Score);
    }

    [Theory]
    [InlineData("Interview. I teach physics at a school and want to evaluate AI for learners; I built a course with quizzes.", "which pupils are falling behind", "getting worse")]
    [InlineData("Interview. I'm a nurse on a cancer ward and I want to review clinical AI; I wrote our checklist.", "when a patient is getting worse", "falling behind")]
    [InlineData("Outreach. I teach physics at a school and want to evaluate AI for learners; I built a course with quizzes.", "near your own room", "I am the interviewer now")]
    [InlineData("Outreach. Parent of two kids with five hours a week, used to do bookkeeping, I'd like any role near data; I keep the club's accounts.", "for the hours you have", "I am the interviewer now")]
    public async Task The_first_case_fits_the_choice_and_the_person(string says, string asked, string notAsked)
    {
        var answer = await Conversation.In(Lab).SayAsync(says);
        Assert.Contains(asked, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(notAsked, answer, StringComparison.Ordinal);
    }
}
