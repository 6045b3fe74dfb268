using System.Runtime.CompilerServices;
using CohortBot.Courses;

namespace CohortBot.Advisors;

/// <summary>
/// Which topic each of the member's messages answers: the one whose question stood last in the answer before it, the lab's opening being
/// the first. Only the offline advisor asks the author's questions word by word, so with a model most messages belong to no topic.
/// </summary>
internal sealed class TopicTrail
{
    // The author's questions stay the same as long as the course does, and each turn looks for all of them.
    private static readonly ConditionalWeakTable<string, string> CoreLetters = [];

    private readonly Dictionary<string, int> _timesAsked = new(StringComparer.Ordinal);
    private readonly List<Topic?> _answered = [];

    private TopicTrail()
    {
    }

    /// <summary>The topic of each of the member's messages in their order, the one that they say now last; null where it cannot be told.</summary>
    public IReadOnlyList<Topic?> Answered => _answered;

    /// <summary>How often a topic was asked for, the opening included.</summary>
    public int TimesAsked(Topic topic) => _timesAsked.GetValueOrDefault(topic.Id);

    /// <summary>Follows a conversation.</summary>
    /// <param name="talk">The conversation.</param>
    /// <param name="isScripted">Whether the offline advisor leads it: an answer without a question then stays at its topic.</param>
    public static TopicTrail Of(LabConversation talk, bool isScripted)
    {
        var trail = new TopicTrail();
        var covers = talk.Lab.Covers;
        var topic = string.IsNullOrEmpty(talk.Summary) && covers.Count > 0 ? covers[0] : null;
        if (covers.Count > 0)
            trail._timesAsked[covers[0].Id] = 1;
        foreach (var past in talk.Past)
        {
            trail._answered.Add(topic);
            var asked = AskedIn(past.Answered, covers);
            trail.Note(asked, covers);
            topic = asked ?? (isScripted && past.Answered.Length > 0 && !trail.AskedAll(covers) ? topic : null);
        }

        if (talk.Says.Length > 0)
            trail._answered.Add(topic);
        return trail;
    }

    /// <summary>The part of a question that is asked: its last bold words, or all of it.</summary>
    public static string CoreOf(string question)
    {
        var bold = question.Split("**").Where((_, at) => at % 2 == 1).LastOrDefault(part => part.Contains('?', StringComparison.Ordinal));
        return (bold ?? question).Trim();
    }

    // Topics are asked in their order, so whatever stands before one that was asked has been asked too, in turns that are no longer told.
    private void Note(Topic? asked, IReadOnlyList<Topic> covers)
    {
        if (asked is null)
            return;
        foreach (var before in covers.TakeWhile(topic => topic != asked))
            _timesAsked.TryAdd(before.Id, 1);
        _timesAsked[asked.Id] = _timesAsked.GetValueOrDefault(asked.Id) + 1;
    }

    private bool AskedAll(IReadOnlyList<Topic> covers) => covers.All(topic => TimesAsked(topic) > 0);

    private static Topic? AskedIn(string answer, IReadOnlyList<Topic> covers)
    {
        var letters = Letters(answer);
        return covers.Where(topic => topic.Questions.Count > 0)
            .Select(topic => (Topic: topic, At: topic.Questions.Max(question => letters.LastIndexOf(CoreLetters.GetValue(question.Ask, Core), StringComparison.Ordinal))))
            .Where(found => found.At >= 0).OrderByDescending(found => found.At).Select(found => found.Topic).FirstOrDefault();
    }

    private static string Core(string question) => Letters(CoreOf(question));

    // Platforms and members' clients change marks and spaces, never letters.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
