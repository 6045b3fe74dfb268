using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace CohortBot.Advisors.Providers;

/// <summary>Writes a request in the words of OpenAI's library.</summary>
internal static class OpenAIRequest
{
    /// <summary>The messages.</summary>
    public static IEnumerable<Wire.ChatMessage> Messages(IEnumerable<ChatMessage> messages) => messages.SelectMany(Messages);

    /// <summary>The options that are set.</summary>
    public static Wire.ChatCompletionOptions Options(ChatOptions options, MaxTokensName maxTokensName)
    {
        var request = new Wire.ChatCompletionOptions
        {
            Temperature = options.Temperature,
            ResponseFormat = Format(options.ResponseFormat),
            MaxOutputTokenCount = maxTokensName == MaxTokensName.MaxCompletionTokens ? options.MaxOutputTokens : null,
        };
#pragma warning disable SCME0001 // The library's own way to send what it has no property for; marked as one that may still change.
        if (maxTokensName == MaxTokensName.MaxTokens && options.MaxOutputTokens is { } limit)
            request.Patch.Set("$.max_tokens"u8, limit);
#pragma warning restore SCME0001
        foreach (var tool in options.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            request.Tools.Add(Wire.ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (request.Tools.Count > 0 && options.ToolMode is NoneChatToolMode)
            request.ToolChoice = Wire.ChatToolChoice.CreateNoneChoice();
        return request;
    }

    private static IEnumerable<Wire.ChatMessage> Messages(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
            return [new Wire.SystemChatMessage(message.Text)];
        if (message.Role == ChatRole.Assistant)
            return [Assistant(message)];
        return message.Role == ChatRole.Tool
            ? message.Contents.OfType<FunctionResultContent>().Select(result => new Wire.ToolChatMessage(result.CallId, result.Result as string ?? ""))
            : [new Wire.UserChatMessage(message.Text)];
    }

    private static Wire.AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
            return new Wire.AssistantChatMessage(message.Text);
        var assistant = new Wire.AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            assistant.Content.Add(Wire.ChatMessageContentPart.CreateTextPart(message.Text));
        return assistant;
    }

    private static Wire.ChatToolCall Call(FunctionCallContent call) =>
        Wire.ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>())));

    private static Wire.ChatResponseFormat? Format(ChatResponseFormat? format) => format is ChatResponseFormatJson { Schema: { } schema } json
        ? Wire.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true)
        : null;
}
