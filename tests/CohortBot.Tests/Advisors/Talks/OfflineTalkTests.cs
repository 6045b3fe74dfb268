using System.Text.RegularExpressions;
using CohortBot.Advisors;
using CohortBot.Texts;

namespace CohortBot.Tests.Advisors.Talks;

/// <summary>Every shipped lab with the same kinds of people and with generated ones, led by the advisor that needs no model.</summary>
public sealed partial class OfflineTalkTests
{
    private static readonly string[] Telling = ["nurse", "graduate", "manager"];

    public static TheoryData<string> Labs => [.. Talk.Labs.Select(lab => lab.Id.Value)];

    public static TheoryData<string, string> Named => Talk.Each(Talk.Named);

    public static TheoryData<string, int> Generated => Talk.Each(Enumerable.Range(1, GeneratedTalk.Count));

    [Theory]
    [MemberData(nameof(Named))]
    public async Task Every_conversation_ends_in_a_whole_card(string lab, string name)
    {
        var (talk, conversation) = await HoldAsync(Talk.Of(lab, name));
        var card = await conversation.CardAsync();

        CardCheck.IsValid(conversation.Lab, card, talk.Words);
        if (name == "short")
            Assert.True(card.Entries.Count(entry => entry.IsGuess) * 3 >= card.Entries.Count, $"{lab}: of {card.Entries.Count} fields only {string.Join(", ", card.Entries.Where(entry => entry.IsGuess).Select(entry => entry.Id))} are guesses.");
        if (Telling.Contains(name))
        {
            Assert.True(card.Entries.Count(entry => !entry.IsGuess) * 2 >= card.Entries.Count, $"{lab}, {name}: guesses {string.Join(", ", card.Entries.Where(entry => entry.IsGuess).Select(entry => entry.Id))}");
            IsWellLed(talk, conversation);
        }
    }

    [Theory]
    [MemberData(nameof(Generated))]
    public async Task A_generated_member_is_quoted_asked_no_question_twice_and_keeps_a_whole_card(string lab, int seed)
    {
        var (talk, conversation) = await HoldAsync(GeneratedTalk.Make(lab, seed));
        CardCheck.IsValid(conversation.Lab, await conversation.CardAsync(), talk.Words);
        IsWellLed(talk, conversation);
    }

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task No_two_of_the_five_keep_the_same_card_and_those_who_tell_much_are_asked_differently(string lab)
    {
        var talks = new List<Conversation>();
        var cards = new List<string>();
        foreach (var name in Talk.Named)
        {
            talks.Add((await HoldAsync(Talk.Of(lab, name))).Conversation);
            cards.Add(CardCheck.Judgements(talks[^1].Lab, await talks[^1].CardAsync()));
        }

        Assert.All(Pairs(Talk.Named.Length), pair => Assert.True(cards[pair.First] != cards[pair.Second], $"{lab}: {Talk.Named[pair.First]} and {Talk.Named[pair.Second]} are judged alike:\n{cards[pair.First]}"));
        Assert.All(Pairs(Telling.Length), pair => Assert.True(!Questions(talks[pair.First]).SequenceEqual(Questions(talks[pair.Second])), $"{lab}: {Talk.Named[pair.First]} and {Talk.Named[pair.Second]} are asked the same."));
    }

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task Of_ten_generated_members_hardly_two_are_asked_and_judged_alike(string lab)
    {
        var (cards, questions) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var seed in Enumerable.Range(1, GeneratedTalk.Count))
        {
            var conversation = (await HoldAsync(GeneratedTalk.Make(lab, seed))).Conversation;
            cards.Add(CardCheck.Judgements(conversation.Lab, await conversation.CardAsync()));
            questions.Add(string.Join('\n', Questions(conversation)));
        }

        Assert.True(cards.Count >= 8, $"{lab}: {cards.Count} of {GeneratedTalk.Count} cards differ:\n{string.Join("\n\n", cards)}");
        Assert.True(questions.Count >= 7, $"{lab}: {questions.Count} of {GeneratedTalk.Count} conversations ask differently:\n{string.Join("\n\n", questions)}");
    }

    // The course's questions are written in English; what the program says around them is German, and the member's words stay theirs.
    [Theory]
    [MemberData(nameof(Labs))]
    public async Task A_German_member_is_answered_in_a_German_frame_and_quoted_in_German(string lab)
    {
        var talk = Talk.Of(lab, Talk.German);
        var conversation = await Conversation.In(lab, Locale.German).SayAllAsync([.. talk.Words]);

        Assert.StartsWith("Hier ist kein KI-Modell angeschlossen", conversation.Answers[0], StringComparison.Ordinal);
        Assert.Contains(conversation.Answers.Zip(talk.Words), pair => German().Matches(pair.First).Any(quote => pair.Second.Contains(quote.Groups["words"].Value, StringComparison.OrdinalIgnoreCase)));
        CardCheck.IsValid(conversation.Lab, await conversation.CardAsync(), talk.Words);
    }

    private static async Task<(Talk Talk, Conversation Conversation)> HoldAsync(Talk talk) =>
        (talk, await Conversation.In(talk.Lab).SayAllAsync([.. talk.Words]));

    private static void IsWellLed(Talk talk, Conversation conversation)
    {
        var asked = conversation.Lab.Covers.SelectMany(topic => topic.Questions).Select(question => TopicTrail.CoreOf(question.Ask)).Distinct(StringComparer.Ordinal);
        var all = string.Join('\n', conversation.Answers);
        Assert.All(asked, question => Assert.True(all.Split(question).Length <= 2, $"{talk.Lab}, {talk.Name}: asked twice: {question}"));
        var quoting = conversation.Answers.Zip(talk.Words).Count(pair => English().Matches(pair.First).Any(quote => pair.Second.Contains(quote.Groups["words"].Value, StringComparison.OrdinalIgnoreCase)));
        Assert.True(quoting * 2 >= talk.Words.Count, $"{talk.Lab}, {talk.Name}: {quoting} of {talk.Words.Count} answers quote the member:\n{all}");
    }

    /// <summary>The author's questions that a conversation asked, in their order.</summary>
    private static IReadOnlyList<string> Questions(Conversation conversation) =>
        [.. conversation.Answers.SelectMany(answer => conversation.Lab.Covers.SelectMany(topic => topic.Questions).Where(question => answer.Contains(question.Ask.Trim(), StringComparison.Ordinal)).Select(question => question.Ask))];

    private static IEnumerable<(int First, int Second)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(first => Enumerable.Range(first + 1, count - first - 1).Select(second => (first, second)));

    [GeneratedRegex("“(?<words>[^”]+)”", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex English();

    [GeneratedRegex("„(?<words>[^“]+)“", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex German();
}
