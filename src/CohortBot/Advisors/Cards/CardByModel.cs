using System.Text.Json;
using System.Text.Json.Nodes;
using CohortBot.Advisors.Calls;
using CohortBot.Texts;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Cards;

/// <summary>
/// Makes a card with a model. Its answer is only a proposal: what is not an option or a level, or rests on words that the member did not
/// say, is asked for once more and then made by the rules.
/// </summary>
internal sealed class CardByModel(ModelCalls model, AdvisorPrompts prompts, CardByRules rules, TextCatalogue texts)
{
    /// <summary>Makes the card.</summary>
    /// <exception cref="AdvisorException">The model did not answer.</exception>
    public async Task<Card> MakeAsync(LabConversation talk, CancellationToken cancellationToken)
    {
        var request = prompts.ForCard(talk);
        request.Options.ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(CardSchema.Of(talk.Lab.Card)), "card");
        var answer = await model.AskAsync(request, cancellationToken);
        var evidence = Evidence.Of(talk, isScripted: false);
        var reading = Read(talk, evidence, answer);
        if (reading.Problems.Count > 0)
            reading = reading.MendedBy(Read(talk, evidence, await MendAsync(request, answer, reading, cancellationToken)));
        return rules.Complete(talk, evidence, reading.Entries);
    }

    private async Task<string> MendAsync(ModelRequest request, string answer, CardReading reading, CancellationToken cancellationToken)
    {
        var wish = $"Mend this and answer with the whole JSON object again: {string.Join("; ", reading.Problems)}.";
        try
        {
            return await model.AskAsync(
                request with { Messages = [.. request.Messages, new(ChatRole.Assistant, answer), new(ChatRole.User, wish)] }, cancellationToken);
        }
        catch (AdvisorException)
        {
            // What is sound stands, and the rules make the rest.
            return "";
        }
    }

    private CardReading Read(LabConversation talk, Evidence evidence, string answer)
    {
        var work = new CardInTheMaking(talk.Lab, evidence, texts.In(talk.Locale));
        return CardReading.Of(work, [.. talk.MemberWords], Parse(answer));
    }

    // Models put fences and prefaces around JSON even when they are asked not to.
    private static JsonObject? Parse(string answer)
    {
        var (open, close) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (open < 0 || close < open)
            return null;
        try
        {
            return JsonNode.Parse(answer[open..(close + 1)]) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
