using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>WCAG 2.2 AA as far as a program can tell, narrow screens, and the keyboard.</summary>
[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(Browser browser)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task A_lesson_and_a_lab_have_no_known_barrier(ColorScheme scheme, int width)
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina", Look(scheme, width));
        await page.NextLessonAsync();
        await page.SeeAsync("The job market in three layers");
        await NoBarrierAsync(page);
        await page.TakePictureAsync($"lesson-{scheme}-{width}");
        await page.PressAsync("Start lab");
        await page.SeeInThreadAsync("three exchanges");
        await NoBarrierAsync(page);
        await page.TakePictureAsync($"lab-{scheme}-{width}");
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_narrow_phone()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina", Look(ColorScheme.Light, 360));
        await page.NextLessonAsync();
        await page.SeeAsync("The job market in three layers");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task What_is_said_scrolls_and_the_window_around_it_does_not(int width)
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina", Look(ColorScheme.Light, width));
        await page.NextLessonAsync();
        await page.SeeAsync("The job market in three layers");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollHeight - document.documentElement.clientHeight"));
    }

    [Fact]
    public async Task The_texts_come_from_the_catalogue()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=jonas");
        Assert.Equal("de", await page.Locator("html").GetAttributeAsync("lang"));
        await page.WriteAsync("/my lessons");
        await page.SeeAsync("Nur du siehst das");
        await page.TakePictureAsync("german");
    }

    private static BrowserNewContextOptions Look(ColorScheme scheme, int width) =>
        new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 740 : 800 } };

    private static async Task NoBarrierAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help} — {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}
