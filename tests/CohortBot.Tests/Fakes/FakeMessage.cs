using CohortBot.Chat;
using CohortBot.Chat.Documents;

namespace CohortBot.Tests.Fakes;

/// <summary>A message that stands on the <see cref="FakeChat"/>.</summary>
internal sealed record FakeMessage(MessageRef Message, DeliveryId? Delivery, Document Document, UserRef? OnlyTo, DateTimeOffset PostedAt)
{
    public int Edits { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>All its words, one block a line.</summary>
    public string Text => Words.Of(Document);

    /// <summary>The actions of its buttons.</summary>
    public IReadOnlyList<string> Actions => Words.Actions(Document);
}
