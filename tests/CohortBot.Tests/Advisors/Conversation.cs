using CohortBot.Advisors;
using CohortBot.Advisors.Calls;
using CohortBot.Advisors.Cards;
using CohortBot.Advisors.Lookups;
using CohortBot.Advisors.Offline;
using CohortBot.Advisors.Passages;
using CohortBot.Courses;
using CohortBot.Guides;
using CohortBot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace CohortBot.Tests.Advisors;

/// <summary>A member who talks with the advisor in a lab of a shelf.</summary>
internal sealed class Conversation
{
    private readonly CourseShelf _shelf;
    private readonly IAdvisor _advisor;
    private readonly List<PastExchange> _past = [];
    private readonly Locale _locale;

    private Conversation(CourseShelf shelf, LabId lab, Locale locale, IChatClient? client)
    {
        (_shelf, _locale) = (shelf, locale);
        _advisor = Advisor(shelf, client);
        Course = shelf.Courses.First(course => course.Lessons.Any(lesson => lesson.Lab?.Id == lab));
        Lesson = Course.Lessons.First(lesson => lesson.Lab?.Id == lab);
    }

    public Course Course { get; }

    public Lesson Lesson { get; }

    public Lab Lab => Lesson.Lab!;

    public IReadOnlyList<string> Answers => [.. _past.Select(past => past.Answered)];

    public IReadOnlyList<string> Words => [.. _past.Select(past => past.Said)];

    public static Conversation In(string lab, Locale? locale = null, IChatClient? client = null) =>
        new(Shelf.Shipped, new LabId(lab), locale ?? Locale.English, client);

    public static IAdvisor Advisor(CourseShelf shelf, IChatClient? client = null, AdvisorOptions? options = null, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var texts = new TextCatalogue();
        var library = Mock.Of<ICourseLibrary>(mock => mock.Shelf == shelf);
        var search = new PassageSearch(library);
        var settings = Options.Create(options ?? new AdvisorOptions { OfflinePieceMilliseconds = 0, Retries = 0 });
        var calls = Calls(client ?? new OfflineAdvisor(new OfflineAnswers(texts, search), settings, time), settings, time);
        var prompts = new AdvisorPrompts(library, search, settings);
        var rules = new CardByRules(texts);
        var rounds = new LookupRounds(calls, prompts, new LookupTools(new GuideBook(library), search), settings, time);
        return new Advisor(calls, rounds, rules, new CardByModel(calls, prompts, rules, texts), new SummaryMaker(calls, prompts, new OfflineSummary(texts)));
    }

    /// <summary>Asks a client once, or as often as the options say, without spreading the waits.</summary>
    public static ModelCalls Calls(IChatClient client, IOptions<AdvisorOptions> options, TimeProvider time) => new(
        client,
        new RetryPlan(options, new Random(7)),
        new ModelJournal(new EndpointTraits(NullLogger<EndpointTraits>.Instance), time, NullLogger<ModelJournal>.Instance),
        options,
        time);

    public async Task<string> SayAsync(string words)
    {
        var answer = "";
        await foreach (var piece in _advisor.AnswerAsync(Now(words), CancellationToken.None))
            answer += piece is AdvisorPiece.Words more ? more.Text : "";
        _past.Add(new PastExchange(words, answer));
        return answer;
    }

    public async Task<Conversation> SayAllAsync(params string[] words)
    {
        foreach (var word in words)
            await SayAsync(word);
        return this;
    }

    public Task<Card> CardAsync() => _advisor.MakeCardAsync(Now(""), CancellationToken.None);

    public Task<string> SummaryAsync() => _advisor.SummariseAsync(Now(""), CancellationToken.None);

    public LabConversation Now(string words) => new()
    {
        Course = Course,
        Lesson = Lesson,
        Lab = Lab,
        Locale = _locale,
        Past = [.. _past],
        Says = words,
        Exchange = _past.Count + 1,
    };
}
