using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace CohortBot.Advisors.Providers;

/// <summary>Makes the client of the provider that the settings name. Its library neither retries nor counts time: both are done once, by us.</summary>
internal sealed class ProviderClients(IHttpClientFactory http, IOptions<AdvisorOptions> options)
{
    // Where no key is asked for, a library still wants one.
    private const string NoKey = "none";

    // Longer than any answer may take. Anthropic's library tells the server of it, so "for ever" cannot be said.
    private static readonly TimeSpan NeverOver = TimeSpan.FromDays(1);

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">No provider is configured.</exception>
    public IChatClient Create() => options.Value.Provider switch
    {
        ModelProvider.OpenAI => new ProviderChat(new OpenAIChat(OpenAI(options.Value), options.Value.MaxTokensName)),
        ModelProvider.Anthropic => new ProviderChat(Anthropic(options.Value)),
        _ => throw new InvalidOperationException("No provider is configured."),
    };

    private ChatClient OpenAI(AdvisorOptions settings)
    {
        var client = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http.CreateClient(ProviderHttp.Name)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (settings.BaseUrl is { } address)
            client.Endpoint = new Uri(address);
        return new ChatClient(settings.Model, new ApiKeyCredential(string.IsNullOrWhiteSpace(settings.ApiKey) ? NoKey : settings.ApiKey), client);
    }

    private IChatClient Anthropic(AdvisorOptions settings)
    {
        var client = new ClientOptions
        {
            HttpClient = http.CreateClient(ProviderHttp.Name),
            ApiKey = settings.ApiKey,
            MaxRetries = 0,
            Timeout = NeverOver,
        };
        if (settings.BaseUrl is { } address)
            client.BaseUrl = address;
        return new AnthropicClient(client).AsIChatClient(settings.Model, settings.MaxTokens);
    }
}
