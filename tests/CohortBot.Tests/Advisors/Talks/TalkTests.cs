using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using CohortBot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Advisors.Talks;

/// <summary>Every shipped lab with the same kinds of people, led by a scripted model. What they write stands in a file for each lab.</summary>
public sealed class TalkTests
{
    public static TheoryData<string> Labs => [.. Talk.Labs.Select(lab => lab.Id.Value)];

    public static TheoryData<string, string> Named => Talk.Each(Talk.Named);

    [Theory]
    [MemberData(nameof(Labs))]
    public void Every_lab_has_its_recorded_conversations(string lab)
    {
        var file = Talk.File(lab);
        Assert.All([.. Talk.Named, Talk.German, Talk.Generated], name => Assert.True(file.GetValueOrDefault(name)?.Count >= 3, $"In the conversations of the lab {lab}, {name} has fewer than three messages."));
        Assert.All(file["short"], words => Assert.InRange(words.Split(' ').Length, 1, 3));
        Assert.True(file["steering"].SelectMany(Sentences.Of).Count(Claims.Steers) >= 3, $"In the conversations of the lab {lab}, the member who steers tries it fewer than three times.");
    }

    [Theory]
    [MemberData(nameof(Named))]
    public async Task A_lab_ends_after_its_exchanges_in_a_card_and_a_figure_without_source_is_marked(string lab, string name)
    {
        var talk = Talk.Of(lab, name);
        var (course, lesson) = Find(lab);
        var model = new TalkModel(lesson.Lab!, talk);
        await using var world = await LabWorld.StartAsync(change: services => services.AddAdvisors().AddSingleton<IChatClient>(model).AddSingleton<ICourseLibrary>(new Library(course, lesson)));
        var thread = (await world.RunAsync("amina", "lab start")).GoTo!.Value;
        var least = lesson.Lab!.MinimumExchanges;

        // A message that is no more than an order is refused and does not count.
        foreach (var words in talk.Words)
        {
            if (model.Asked.Count < least)
                await world.SayAsync("amina", thread, words);
        }

        var form = (await world.RunAsync("amina", "lab edit", thread)).Form!;
        var pack = await world.RunAsync("amina", "my pack", thread);

        var answers = world.Fake.In(thread).Select(message => message.Text).Where(text => text.Contains(TalkModel.Unsourced, StringComparison.Ordinal)).ToList();
        Assert.True(least >= 3 && answers.Count == least, $"{answers.Count} answers");
        for (var exchange = 1; exchange <= least; exchange++)
            Assert.EndsWith($"Exchange {exchange} of {least}", answers[exchange - 1], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Contains($"not from the course's guides: {TalkModel.Unsourced}", answer, StringComparison.Ordinal));
        Assert.NotEmpty(form.Fields);
        Assert.Contains(lesson.Lab.Card.Title, System.Text.Encoding.UTF8.GetString(pack.File!.Content), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public async Task The_models_card_keeps_the_schema_and_quotes_the_member(string lab, string name)
    {
        var talk = Talk.Of(lab, name);
        var model = new TalkModel(Find(lab).Lesson.Lab!, talk);
        var conversation = await Conversation.In(lab, client: model).SayAllAsync([.. talk.Words]);
        var card = await conversation.CardAsync();

        CardCheck.IsValid(conversation.Lab, card, talk.Words);
        if (name is "nurse" or "graduate" or "manager")
            Assert.Contains(card.Entries, entry => entry.Because == TalkModel.Because || entry.Value.StartsWith("This week, begin with this:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task Who_steers_changes_neither_the_prompt_nor_the_judgements(string lab)
    {
        var talk = Talk.Of(lab, "steering");
        var model = new TalkModel(Find(lab).Lesson.Lab!, talk);
        var conversation = await Conversation.In(lab, client: model).SayAllAsync([.. talk.Words]);
        var card = await conversation.CardAsync();

        var orders = talk.Words.SelectMany(Sentences.Of).Where(Claims.Steers).ToList();
        for (var at = 0; at < talk.Words.Count; at++)
        {
            var prompt = model.Asked[at][0];
            Assert.Equal(ChatRole.System, prompt.Role);
            Assert.Contains($"This is exchange {at + 1};", prompt.Text, StringComparison.Ordinal);
            Assert.Contains(conversation.Lab.Title, prompt.Text, StringComparison.Ordinal);
            Assert.All(orders, order => Assert.DoesNotContain(order, prompt.Text, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(card.Entries, entry => entry.Because == TalkModel.Because);
        Assert.DoesNotContain(card.Entries, entry => entry.Quote is { } quote && Claims.Steers(quote));
        var byRules = new CardByRules(new TextCatalogue()).Make(conversation.Now(""), isScripted: false);
        foreach (var field in conversation.Lab.Card.Fields.Where(field => field.Kind is not CardFieldKind.Advice))
            Assert.Equal(byRules.Find(field.Id)?.Value, card.Find(field.Id)?.Value);
    }

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task A_German_conversation_is_led_in_German_and_its_card_quotes_German(string lab)
    {
        var talk = Talk.Of(lab, Talk.German);
        var model = new TalkModel(Find(lab).Lesson.Lab!, talk);
        var conversation = await Conversation.In(lab, Locale.German, model).SayAllAsync([.. talk.Words]);

        Assert.All(model.Asked, asked => Assert.Contains("Answer in German", asked[0].Text, StringComparison.Ordinal));
        CardCheck.IsValid(conversation.Lab, await conversation.CardAsync(), talk.Words);
    }

    private static (Course Course, Lesson Lesson) Find(string lab) =>
        new ShippedCourses().Shelf.Courses.SelectMany(course => course.Lessons.Select(lesson => (course, lesson))).First(pair => pair.lesson.Lab?.Id.Value == lab);

    private sealed class Library(Course course, Lesson lesson) : ICourseLibrary
    {
        public CourseShelf Shelf { get; } = new ShippedCourses().Shelf with
        {
            Courses = [course with { Id = new CourseId("map"), Lessons = [lesson with { Id = new LessonId("lesson-1"), Number = 1 }] }],
        };
    }
}
