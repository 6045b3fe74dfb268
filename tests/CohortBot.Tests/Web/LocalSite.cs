using System.Net;
using System.Text.RegularExpressions;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;
using CohortBot.Tests.Chat.Local;
using CohortBot.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Web;

/// <summary>The whole program with the local channel open on a free port, and a browser without scripts.</summary>
internal sealed partial class LocalSite : IAsyncDisposable
{
    private readonly TestProgram _program;
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });

    private LocalSite(TestProgram program) => _program = program;

    public IServiceProvider Services => _program.Services;

    public static async Task<LocalSite> StartAsync(Action<WebApplicationBuilder>? change = null)
    {
        var site = new LocalSite(TestProgram.Create(builder =>
        {
            builder.Configuration["Local:Demo"] = "false";
            change?.Invoke(builder);
        }));
        await site._program.Application.StartAsync();
        site._browser.BaseAddress = new Uri(site._program.Application.Urls.First());
        var store = site.Services.GetRequiredService<LocalStore>();
        await store.AddChannelAsync(new LocalChannelInfo { Channel = "map", Name = "map" }, CancellationToken.None);
        foreach (var person in new[] { LocalPlatform.Amina, LocalPlatform.Ben, LocalPlatform.Frida })
            await store.AddPersonAsync(person, CancellationToken.None);
        return site;
    }

    public async Task<MessageRef> PostAsync(Place place, string delivery, params Block[] blocks) =>
        await Services.GetRequiredService<LocalChat>().PostAsync(new OutgoingMessage(place, new DeliveryId(delivery), new Document(blocks)), CancellationToken.None);

    public Task<HttpResponseMessage> GetAsync(string path) => _browser.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>A page's or a piece's text; it must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page of a person does, with the page's secret.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string person, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync($"/c/map?as={person}");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = Form(person, fields) };
        request.Headers.Add("RequestVerificationToken", Token().Match(WebUtility.HtmlDecode(page)).Groups["token"].Value);
        return await _browser.SendAsync(request);
    }

    /// <summary>Sends a form as a page elsewhere would.</summary>
    public Task<HttpResponseMessage> PostWithoutSecretAsync(string path, string person, params (string Name, string Value)[] fields) =>
        _browser.PostAsync(new Uri(path, UriKind.Relative), Form(person, fields));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _browser.SendAsync(request);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _program.Application.StopAsync();
        _program.Dispose();
    }

    private static FormUrlEncodedContent Form(string person, (string Name, string Value)[] fields) =>
        new(fields.Append(("as", person)).Append(("channel", "map")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    [GeneratedRegex("\"RequestVerificationToken\":\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
