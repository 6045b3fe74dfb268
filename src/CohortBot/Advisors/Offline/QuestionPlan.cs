using CohortBot.Advisors.Cards;
using CohortBot.Courses;
using CohortBot.Texts;

namespace CohortBot.Advisors.Offline;

/// <summary>Decides what is asked next.</summary>
internal sealed class QuestionPlan
{
    // A question is put a second time after a detour, not a third.
    private const int MostAsked = 2;

    // Who answers everything in three words is not asked to say more each time.
    private const int MostFollowUps = 2;

    private readonly LabConversation _talk;
    private readonly Branch _branch;

    /// <summary>Plans the answer to a message.</summary>
    public QuestionPlan(LabConversation talk, MemberMessage message)
    {
        _talk = talk;
        _branch = new Branch(talk);
        Trail = TopicTrail.Of(talk, isScripted: true);
        Current = Trail.Answered is [.., var last] ? last : null;
        Step = Decide(message);
    }

    /// <summary>Which topics were asked for and answered.</summary>
    public TopicTrail Trail { get; }

    /// <summary>The topic that the message answers, or null after the last one.</summary>
    public Topic? Current { get; }

    /// <summary>What is done next.</summary>
    public QuestionStep Step { get; }

    /// <summary>What is asked, unless it is a follow-up or the end.</summary>
    public TopicQuestion? Question { get; private set; }

    private QuestionStep Decide(MemberMessage message)
    {
        if (Current is not null && !message.IsAnswer)
        {
            var isDetour = message.Question.Length > 0 || message.Steers || message.AsksWhatIsMeant || message.AsksWhoAnswers;
            if (isDetour && Trail.TimesAsked(Current) < MostAsked)
                return Ask(Current, QuestionStep.AskAgain);
            if (!isDetour && message.IsShort && MayFollowUp(Current))
                return QuestionStep.FollowUp;
        }

        var next = _talk.Lab.Covers.FirstOrDefault(topic => topic.Questions.Count > 0 && Trail.TimesAsked(topic) == 0 && !IsTold(topic));
        return next is null ? QuestionStep.End : Ask(next, QuestionStep.AskNext);
    }

    private QuestionStep Ask(Topic topic, QuestionStep step)
    {
        var words = step == QuestionStep.AskAgain ? _talk.Past.Select(past => past.Said) : _talk.MemberWords;
        Question = Choose(topic.Questions.Where(question => _branch.Holds(question.Only)), words);
        return Question is null ? QuestionStep.End : step;
    }

    // Each answer at a topic beyond the times that it was asked for came after a follow-up.
    private bool MayFollowUp(Topic topic) => FollowUps(topic) == 0 && _talk.Lab.Covers.Sum(FollowUps) < MostFollowUps;

    private int FollowUps(Topic topic) => Math.Max(0, Trail.Answered.Count(answered => answered == topic) - Math.Max(1, Trail.TimesAsked(topic)));

    // The question whose words the member used most, else the one for everybody.
    private static TopicQuestion? Choose(IEnumerable<TopicQuestion> questions, IEnumerable<string> said)
    {
        var words = string.Join('\n', said.SelectMany(Sentences.Of).Where(sentence => !Claims.Asks(sentence) && !Claims.Steers(sentence)));
        return questions.Select(question => (Question: question, Fit: question.When.Count == 0 ? 0.5 : Cues.CountMeant(words, question.When)))
            .Where(pair => pair.Fit > 0).OrderByDescending(pair => pair.Fit).Select(pair => pair.Question).FirstOrDefault();
    }

    // A figure beside a word that only this topic asks for: "six hours a week" needs no question about hours.
    private bool IsTold(Topic topic)
    {
        var others = _talk.Lab.Covers.Where(other => other != topic).SelectMany(other => Stems.Of(other.About)).ToHashSet(StringComparer.Ordinal);
        var own = Stems.Of(topic.About).Where(stem => !others.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        return _talk.MemberWords.SelectMany(words => Evidence.In(words))
            .Any(statement => Stems.Of(statement.Text).ToList() is var stems && stems.Exists(stem => char.IsDigit(stem[0])) && stems.Distinct(StringComparer.Ordinal).Count(own.Contains) >= 2);
    }
}

/// <summary>What follows on a member's message.</summary>
internal enum QuestionStep
{
    /// <summary>The next topic.</summary>
    AskNext,

    /// <summary>The same question once more, after a detour.</summary>
    AskAgain,

    /// <summary>A gentle request to say a little more.</summary>
    FollowUp,

    /// <summary>Nothing is left to ask.</summary>
    End,
}
