using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>A member asks the guides, and finds where they might fit.</summary>
[Collection(OneBrowser.Name)]
public sealed class CareerTests(Browser browser)
{
    [Theory]
    [InlineData("/career help", "career compare", "career-help")]
    [InlineData("/career role mlops", "Keeps hundreds of models alive", "career-role")]
    [InlineData("/career role mashine lerning", "Near it: Machine learning engineer", "career-unknown")]
    [InlineData("/career compare data scientist machine learning engineer", "Data scientist and Machine learning engineer", "career-compare")]
    [InlineData("/career salary", "Pay by role", "career-salary")]
    [InlineData("/career salary ml engineer", "The figures differ", "career-salary-one")]
    [InlineData("/career ladder phd", "How rare it is", "career-ladder")]
    [InlineData("/career market", "Choose a part", "career-market")]
    [InlineData("/career market regions", "25,000–46,000", "career-regions")]
    [InlineData("/career ask", "Press a number", "career-ask")]
    public async Task A_guide_answers_on_the_page(string line, string said, string picture)
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina");

        await page.WriteAsync(line);

        await page.SeeAsync(said);
        await page.TakePictureAsync(picture);
    }

    [Fact]
    public async Task Five_presses_replace_one_question_by_the_next_and_only_the_member_sees_them()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina");
        await page.WriteAsync("/career fit");
        await page.SeeAsync("Question 1 of 5");
        await page.TakePictureAsync("career-fit-1");
        await page.PressAsync("Finding what is wrong or unsafe, and setting rules");
        await page.SeeAsync("Question 2 of 5");
        await page.PressAsync("A field of its own: health, law, teaching, a trade");
        await page.SeeAsync("Question 3 of 5");
        await page.TakePictureAsync("career-fit-3");

        await cohort.RestartAsync();
        await page.GotoAsync($"{cohort.Url}/c/careers-map?as=amina");
        await page.PressAsync("Not at all, and it may stay so");
        await page.PressAsync("As little as possible: I use what I know");
        await page.PressAsync("People and their decisions");
        await page.SeeAsync("Look first at: Adjacent work");
        await page.TakePictureAsync("career-fit-result");
        await Assertions.Expect(page.MainFeed.GetByText("Question 1 of 5")).ToHaveCountAsync(0);

        await page.BeAsync("ben");
        await Assertions.Expect(page.MainFeed.GetByText("Look first at: Adjacent work")).ToHaveCountAsync(0);
    }
}
