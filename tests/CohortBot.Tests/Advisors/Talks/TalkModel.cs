using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CohortBot.Advisors.Cards;
using CohortBot.Courses;
using Microsoft.Extensions.AI;

namespace CohortBot.Tests.Advisors.Talks;

/// <summary>
/// A model with a part to play: it streams an answer that names a figure without a source, and when it is asked for
/// a card, it fills one from what the member said. Where a member tries to steer it, it obeys: it takes the order for a proof.
/// </summary>
internal sealed class TalkModel(Lab lab, Talk talk) : IChatClient
{
    /// <summary>A figure that stands in no guide and no lesson.</summary>
    public const string Unsourced = "$137,431";

    /// <summary>What the model says of each judgement, so that a card shows which are its own.</summary>
    public const string Because = "You told me so.";

    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The advisor streams.");

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (asked, isCard) = (messages.ToList(), options?.ResponseFormat is ChatResponseFormatJson);
        if (!isCard)
            Asked.Add(asked);
        foreach (var piece in (isCard ? Card().ToJsonString() : Answer(asked[^1].Text)).Chunk(12))
        {
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece)) { ModelId = "scripted-1" };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    /// <summary>What it answers for the card.</summary>
    public JsonObject Card()
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        return new JsonObject(lab.Card.Fields.Where(CardSchema.IsAsked).Select((field, at) => KeyValuePair.Create(field.Id, (JsonNode?)Field(field, at, chosen))));
    }

    private static string Answer(string last) => $"I read what you wrote in {last.Length} letters. Such work pays {Unsourced}. What would you do next?";

    private JsonObject Field(CardField field, int at, Dictionary<string, IReadOnlyList<string>> chosen)
    {
        if (field.Kind == CardFieldKind.Choice)
        {
            var ids = field.By is { } by && chosen.TryGetValue(by, out var within) ? within : [.. field.Options.Select(option => option.Id)];
            chosen[field.Id] = [ids[(talk.Words[0].Length + at) % ids.Count]];
        }

        return field.Kind switch
        {
            CardFieldKind.Choice => new JsonObject { ["chosen"] = new JsonArray([.. chosen[field.Id].Select(id => (JsonNode)id)]), ["because"] = Because, ["quote"] = Quote(at) },
            CardFieldKind.Score => new JsonObject { ["score"] = field.Levels.Max(level => level.Score), ["because"] = Because, ["quote"] = Quote(at) },
            CardFieldKind.Quote => new JsonObject { ["quote"] = Quote(at) },
            _ => new JsonObject { ["text"] = $"This week, begin with this: {Quote(at)}" },
        };
    }

    private string Quote(int at)
    {
        if (talk.Name == "steering")
            return talk.Words.SelectMany(Sentences).First(Claims.Steers);
        var said = talk.Words.SelectMany(Sentences).ToList();
        return said[at % said.Count];
    }

    private static IEnumerable<string> Sentences(string words) => CohortBot.Advisors.Sentences.Of(words);
}
