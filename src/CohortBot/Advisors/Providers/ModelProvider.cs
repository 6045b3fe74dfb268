namespace CohortBot.Advisors.Providers;

/// <summary>Whose model answers.</summary>
public enum ModelProvider
{
    /// <summary>Nobody's: the advisor that follows the authors' questions.</summary>
    Offline,

    /// <summary>OpenAI, or any server that speaks its chat completions: Azure, Ollama, vLLM, LM Studio.</summary>
    OpenAI,

    /// <summary>Anthropic, or a gateway that speaks its Messages.</summary>
    Anthropic,
}

/// <summary>How OpenAI's protocol calls the limit of an answer's length.</summary>
public enum MaxTokensName
{
    /// <summary><c>max_completion_tokens</c>. https://platform.openai.com/docs/api-reference/chat/create</summary>
    MaxCompletionTokens,

    /// <summary><c>max_tokens</c>, its older name, which older and many local servers know alone.</summary>
    MaxTokens,
}
