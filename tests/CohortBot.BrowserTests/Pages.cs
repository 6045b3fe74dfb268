using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>What a person does on the page, in a person's words.</summary>
internal static class Pages
{
    private const float Patience = 15_000;

    /// <summary>Where pictures go: COHORTBOT_PICTURES, or nowhere.</summary>
    private static readonly string? PictureFolder = Environment.GetEnvironmentVariable("COHORTBOT_PICTURES");

    extension(IPage page)
    {
        public ILocator MainFeed => page.Locator("main [role=log]");

        public ILocator Thread => page.GetByTestId("pane");

        public async Task BeAsync(string person)
        {
            await page.GetByTestId("person-switch").Locator("summary").ClickAsync();
            await page.GetByTestId($"be-{person}").ClickAsync();
            await page.WaitForURLAsync(url => url.Contains($"as={person}", StringComparison.Ordinal));
        }

        public Task WriteAsync(string text) => page.WriteAsync("#text-main", text);

        public Task WriteInThreadAsync(string text) => page.WriteAsync("#text-pane", text);

        public async Task WriteAsync(string box, string text)
        {
            await page.Locator(box).FillAsync(text);
            await page.Keyboard.PressAsync("Escape"); // closes the suggestions, if any
            await page.Locator(box).PressAsync("Enter");
        }

        public Task SeeAsync(string text) => SeeAsync(page.MainFeed, text);

        public Task SeeInThreadAsync(string text) => SeeAsync(page.Thread, text);

        public async Task PressAsync(string button) =>
            await page.MainFeed.GetByRole(AriaRole.Button, new() { Name = button }).Last.ClickAsync();

        public async Task NextLessonAsync() => await page.Locator("#next-lesson").ClickAsync();

        /// <summary>The same with the lesson's figure in view.</summary>
        public async Task TakePictureOfLessonAsync(string name)
        {
            await page.MainFeed.Locator("figure").First.EvaluateAsync("figure => figure.scrollIntoView({ block: 'center' })");
            await page.TakePictureAsync(name);
        }

        public async Task TakePictureAsync(string name)
        {
            if (PictureFolder is not null)
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(PictureFolder, $"{name}.png") });
        }
    }

    private static Task SeeAsync(ILocator where, string text) =>
        Assertions.Expect(where.GetByText(text, new() { Exact = false }).Last).ToBeVisibleAsync(new() { Timeout = Patience });
}
