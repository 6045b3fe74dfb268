using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>What a facilitator does: looks ahead, pauses, shifts, mistypes.</summary>
[Collection(OneBrowser.Name)]
public sealed class FacilitatorTests(Browser browser)
{
    private const string Channel = "/c/careers-map?as=frida";

    [Fact]
    public async Task The_calendar_is_shown_and_a_shift_is_confirmed_with_old_and_new()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, Channel);
        await page.WriteAsync("/cohort preview");
        await page.SeeAsync("09:00");
        await page.TakePictureAsync("preview");
        await page.WriteAsync("/cohort shift days:7");
        await page.SeeAsync("Shift the lessons of");
        await page.TakePictureAsync("shift");
        await page.PressAsync("Yes, do it");
        await page.SeeAsync("Done: the lessons of");
        await page.WriteAsync("/cohort history");
        await page.SeeAsync("cohort shift");
    }

    [Fact]
    public async Task A_paused_cohort_gets_no_lesson_until_it_is_resumed()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, Channel);
        await page.WriteAsync("/cohort pause");
        await page.PressAsync("Yes, do it");
        await page.SeeAsync("No lesson is posted until");
        for (var day = 0; day < 4; day++)
            await page.Locator("#one-day").ClickAsync();
        await Assertions.Expect(page.MainFeed.GetByText("The job market in three layers")).ToHaveCountAsync(0);
        await page.WriteAsync("/cohort resume");
        await page.PressAsync("Yes, do it");
        await page.SeeAsync("goes on.");
        await page.NextLessonAsync();
        await page.SeeAsync("The job market in three layers");
    }

    [Fact]
    public async Task A_wrong_command_is_answered_with_what_was_meant()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, Channel);
        await page.WriteAsync("/cohort puase");
        await page.SeeAsync("Did you mean");
        await page.WriteAsync("/chort help");
        await page.SeeAsync("There is no command");
        await page.TakePictureAsync("wrong");
    }

    [Fact]
    public async Task A_command_is_completed_by_keyboard()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, Channel);
        var box = page.Locator("#text-main");
        await box.PressSequentiallyAsync("/cohort prev");
        await Assertions.Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.TakePictureAsync("completion");
        await box.PressAsync("Tab");
        await Assertions.Expect(box).ToHaveValueAsync("/cohort preview ");
        await box.PressAsync("Enter");
        await page.SeeAsync("09:00");
    }

    [Fact]
    public async Task A_member_is_refused_a_facilitators_command()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=ben");
        await page.WriteAsync("/cohort pause");
        await page.SeeAsync("Only people with the role");
    }
}
