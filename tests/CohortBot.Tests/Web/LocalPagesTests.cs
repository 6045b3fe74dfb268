using System.Net;
using System.Net.Http.Json;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;
using CohortBot.Tests.Chat.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace CohortBot.Tests.Web;

public sealed class LocalPagesTests
{
    private static readonly Place Map = LocalPlatform.Channel;

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        await using var site = await LocalSite.StartAsync();
        using var sent = await site.PostAsync("/say", "amina", ("text", "<script>alert(1)</script>\"' onload=x"));
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        await site.PostAsync(Map, "1", new Paragraph([new Run("<img src=x onerror=alert(1)>", Url: "javascript:alert(1)")]), new ButtonRow([new Button("\"><b>", "my help")]));

        var page = await site.ReadAsync("/c/map?as=ben");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"><b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_for_one_person_is_on_nobody_elses_page()
    {
        await using var site = await LocalSite.StartAsync();
        var chat = site.Services.GetRequiredService<LocalChat>();
        await chat.ShowOnlyAsync(LocalPlatform.Amina.Person.User, Map, Document.Plain("for amina alone"), CancellationToken.None);
        var lesson = await site.PostAsync(Map, "1", new Paragraph([new Run("Lesson")]));
        var thread = await chat.OpenThreadAsync(
            new ThreadRequest { Channel = Map, Key = "own", Name = "Thread of Amina", Only = [LocalPlatform.Amina.Person.User], Under = lesson }, CancellationToken.None);
        var inside = await site.PostAsync(thread, "2", new Paragraph([new Run("in her thread")]));

        var hers = await site.ReadAsync($"/c/map?as=amina&thread={thread.Thread}");
        Assert.All(["for amina alone", "Thread of Amina", "in her thread"], words => Assert.Contains(words, hers, StringComparison.Ordinal));
        var his = await site.ReadAsync("/c/map?as=ben") + await site.ReadAsync("/parts/places?as=ben&channel=map") + await site.ReadAsync("/parts/feed?as=ben&channel=map&after=0");
        Assert.All(["for amina alone", "Thread of Amina", "in her thread"], words => Assert.DoesNotContain(words, his, StringComparison.Ordinal));
        var staffs = await site.ReadAsync($"/c/map?as=frida&thread={thread.Thread}");
        Assert.All(["Thread of Amina", "in her thread"], words => Assert.Contains(words, staffs, StringComparison.Ordinal));
        Assert.DoesNotContain("for amina alone", staffs, StringComparison.Ordinal);
        Assert.Contains("Thread of Amina", await site.ReadAsync("/parts/places?as=frida&channel=map"), StringComparison.Ordinal);
        using var through = await site.GetAsync($"/parts/message/{inside.Id}?as=ben");
        Assert.Equal(HttpStatusCode.NotFound, through.StatusCode);
        using var page = await site.GetAsync($"/c/map?as=ben&thread={thread.Thread}");
        Assert.Equal("/c/map?as=ben", page.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_form_that_did_not_come_from_a_page_of_ours_is_refused()
    {
        await using var site = await LocalSite.StartAsync();
        using var refused = await site.PostWithoutSecretAsync("/say", "amina", ("text", "from elsewhere"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("from elsewhere", await site.ReadAsync("/c/map?as=amina"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_being_typed_gets_suggestions()
    {
        var interactions = new Mock<IInteractions>();
        interactions.Setup(port => port.SuggestAsync(It.Is<CommandCall>(call => call.Line == "/la" && call.Place == Map && call.User.User == "amina"), It.IsAny<CancellationToken>()))
            .ReturnsAsync([new Suggestion("/lab why", "/lab why", "What counted")]);
        await using var site = await LocalSite.StartAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton(interactions.Object)));
        using var answer = await site.GetAsync("/suggest?as=amina&channel=map&thread=&line=%2Fla");
        Assert.Equal([new Suggestion("/lab why", "/lab why", "What counted")], (await answer.Content.ReadFromJsonAsync<Suggestion[]>())!);
        using var nobody = await site.GetAsync("/suggest?as=nobody&channel=map&line=%2Fla");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_command_is_answered_to_its_caller_with_a_form_a_file_and_a_way_to_go()
    {
        var reply = new Reply(Document.Plain("Here it is."))
        {
            File = new ReplyFile("card.md", "text/markdown", "# Card"u8.ToArray()),
            GoTo = Map,
        };
        var form = new Reply(Document.Empty) { Form = new Form("Your card", "lab edit", [new FormField("layer", "Layer", "Applications")], "Keep") };
        var interactions = new Mock<IInteractions>();
        interactions.Setup(port => port.RunAsync(It.Is<CommandCall>(call => call.Line == "lab card"), It.IsAny<CancellationToken>())).ReturnsAsync(reply);
        interactions.Setup(port => port.RunAsync(It.Is<CommandCall>(call => call.Line == "lab edit" && call.Fields.Count == 0), It.IsAny<CancellationToken>())).ReturnsAsync(form);
        interactions.Setup(port => port.RunAsync(It.Is<CommandCall>(call => call.Fields.GetValueOrDefault("layer") == "Research"), It.IsAny<CancellationToken>())).ReturnsAsync(new Reply(Document.Plain("Kept.")));
        await using var site = await LocalSite.StartAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton(interactions.Object)));

        using var card = await site.PostAsync("/say", "amina", ("text", "/lab card"));
        Assert.Contains("href=\"/c/map?as=amina\"", await card.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var edit = await site.PostAsync("/say", "amina", ("text", "/lab edit"));
        Assert.Contains("name=\"field:layer\" value=\"Applications\"", await edit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var kept = await site.PostAsync("/form", "amina", ("action", "lab edit"), ("field:layer", "Research"));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var page = await site.ReadAsync("/c/map?as=amina");
        Assert.All(["Here it is.", "Kept.", "/files/1?as=amina"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Equal("# Card", await site.ReadAsync("/files/1?as=amina"));
        using var stolen = await site.GetAsync("/files/1?as=ben");
        Assert.Equal(HttpStatusCode.NotFound, stolen.StatusCode);
        Assert.DoesNotContain("Here it is.", await site.ReadAsync("/c/map?as=ben"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_the_message_does_not_have_is_not_pressed()
    {
        var interactions = new Mock<IInteractions>(MockBehavior.Strict);
        interactions.Setup(port => port.RunAsync(It.Is<CommandCall>(call => call.Line == "lab start" && call.Pressed != null), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Reply(Document.Plain("Started.")) { ReplacesPressed = true });
        await using var site = await LocalSite.StartAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton(interactions.Object)));
        var message = await site.PostAsync(Map, "1", new ButtonRow([new Button("Start lab", "lab start")]));

        using var refused = await site.PostAsync("/press", "amina", ("message", message.Id), ("action", "cohort close"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var pressed = await site.PostAsync("/press", "amina", ("message", message.Id), ("action", "lab start"));
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        var page = await site.ReadAsync("/c/map?as=ben");
        Assert.Contains("Started.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-action=\"lab start\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_speaks_the_persons_language_and_lets_nothing_in_from_elsewhere()
    {
        await using var site = await LocalSite.StartAsync();
        using var page = await site.GetAsync("/c/map?as=ben");
        Assert.Contains("<html lang=\"de\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var script = await site.GetAsync("/app.js");
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [Theory]
    [InlineData("/course-files/ai-careers-map/course.md")]
    [InlineData("/course-files/..%2f..%2fetc/passwd")]
    [InlineData("/files/77?as=amina")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_said_in_words(string path)
    {
        await using var site = await LocalSite.StartAsync();
        using var answer = await site.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is nothing here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_a_lesson_is_served_and_can_do_nothing()
    {
        await using var site = await LocalSite.StartAsync();
        using var figure = await site.GetAsync("/course-files/ai-careers-map/layers.svg");
        Assert.Equal(HttpStatusCode.OK, figure.StatusCode);
        Assert.Equal("image/svg+xml", figure.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", figure.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_name_is_turned_away()
    {
        await using var site = await LocalSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/c/map?as=amina", UriKind.Relative)) { Headers = { Host = "cohort.example" } };
        using var answer = await site.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("http://localhost", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
