using CohortBot.Chat;
using CohortBot.Chat.Rendering;
using CohortBot.Guides;
using CohortBot.Tests.Fakes;

namespace CohortBot.Tests.Guides;

/// <summary>Every answer of <c>/career</c>, on every platform: few parts, within limits, with buttons that can be pressed and lead somewhere.</summary>
public sealed class CareerSizeTests
{
    private const int MostParts = 4;
    private const int LongestAction = 100; // Discord's custom_id

    [Theory]
    [InlineData("local")]
    [InlineData("discord")]
    [InlineData("slack")]
    public async Task Every_answer_fits_in_few_parts(string platform)
    {
        await using var world = await CareerWorld.StartAsync();
        var preview = MessagePreview.Find(platform)!;
        foreach (var (line, reply) in await WalkAsync(world))
        {
            var parts = preview.Parts(reply.Document);
            Assert.True(parts.Count <= MostParts, $"{line}: {parts.Count} parts on {platform}");
            Assert.All(parts, part => Assert.True(part.Length <= preview.Limits.MessageLength, $"{line}: {part.Length} characters on {platform}"));
        }
    }

    [Fact]
    public async Task Every_button_leads_to_an_answer_and_names_what_it_does()
    {
        await using var world = await CareerWorld.StartAsync();
        var answers = await WalkAsync(world);

        Assert.True(answers.Count > 60, $"only {answers.Count} answers were reached");
        Assert.All(answers, answer => Assert.True(answer.Reply.IsPrivate));
        Assert.All(answers.SelectMany(answer => Words.Buttons(answer.Reply.Document)), button =>
        {
            Assert.InRange(button.Action.Length, 1, LongestAction);
            Assert.InRange(button.Label.Length, 1, 75); // Slack's
        });
        Assert.All(answers, answer => Assert.DoesNotMatch("There is no command|has no part called|knows no role|says nothing about|comes near", Words.Of(answer.Reply.Document)));
    }

    // From the seven commands along every button; of /career fit only the first answers, since its paths have tests of their own.
    private static async Task<List<(string Line, Reply Reply)>> WalkAsync(CareerWorld world)
    {
        List<(string Line, Reply Reply)> answers = [];
        var open = new Queue<string>(["career role", "career salary", "career ladder", "career market", "career ask", "career fit", "career help", "career compare \"Machine learning engineer\""]);
        var seen = open.ToHashSet(StringComparer.Ordinal);
        foreach (var first in new GuideBook(new ShippedCourses()).Roles)
            open.Enqueue($"career compare first:\"{first.Name}\" second:\"Computer vision engineer\"");
        while (open.TryDequeue(out var line))
        {
            var reply = await world.RunAsync(line);
            answers.Add((line, reply));
            foreach (var action in Words.Actions(reply.Document).Where(action => !action.StartsWith("career fit answers:", StringComparison.Ordinal) || action.EndsWith('a')).Where(seen.Add))
                open.Enqueue(action);
        }

        return answers;
    }
}
