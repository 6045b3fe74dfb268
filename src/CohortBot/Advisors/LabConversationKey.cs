using Microsoft.Extensions.AI;

namespace CohortBot.Advisors;

/// <summary>Carries the conversation beside the chat messages, for a client that can read it; a model's client leaves it alone.</summary>
internal static class LabConversationKey
{
    private const string Key = "cohortbot.lab_conversation";

    extension(ChatOptions options)
    {
        /// <summary>The conversation, or null where the client was called by something else.</summary>
        public LabConversation? FindConversation() => options.AdditionalProperties?.GetValueOrDefault(Key) as LabConversation;

        /// <summary>Puts the conversation in.</summary>
        public void SetConversation(LabConversation conversation) => (options.AdditionalProperties ??= [])[Key] = conversation;
    }
}
