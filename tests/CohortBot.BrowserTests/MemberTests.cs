using Microsoft.Playwright;

namespace CohortBot.BrowserTests;

/// <summary>A member's week: a lesson, a lab from the first question to the card, and what counted.</summary>
[Collection(OneBrowser.Name)]
public sealed class MemberTests(Browser browser)
{
    private static readonly string[] Answers =
    [
        "I have been a nurse on a cardiology ward for nine years. I like teaching new colleagues to read an ECG, and I wrote the checklist that we all use for handovers.",
        "The referee. I check what monitors tell us every night, and I notice when an alarm is wrong. A wrong answer about a dose is dangerous.",
        "I wrote the handover checklist and a short course on alarms. Mistakes at handover fell by half in a year. I can show both, without patient names.",
    ];

    [Fact]
    public async Task A_member_takes_a_lab_from_the_first_question_to_the_card()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina");
        await page.NextLessonAsync();
        await page.SeeAsync("The job market in three layers");
        await page.PressAsync("Start lab");
        await page.SeeInThreadAsync("What do you spend most of your working or studying week on");

        for (var exchange = 1; exchange <= Answers.Length; exchange++)
        {
            await page.WriteInThreadAsync(Answers[exchange - 1]);
            await page.SeeInThreadAsync($"Exchange {exchange} of 3");
            if (exchange == 2)
                await page.TakePictureOfLessonAsync("cohort");
        }

        await page.SeeInThreadAsync("Your fit card");
        await page.SeeInThreadAsync("Adjacent work");
        await page.TakePictureAsync("card");
        await page.WriteInThreadAsync("/lab why");
        await page.SeeInThreadAsync("exchanges so far");
        await page.TakePictureAsync("why");
    }

    [Fact]
    public async Task Starting_the_lab_again_leads_to_the_same_thread()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=ben");
        await page.NextLessonAsync();
        await page.PressAsync("Start lab");
        await page.SeeInThreadAsync("three exchanges");
        var first = page.Url;
        await page.GotoAsync($"{cohort.Url}/c/careers-map?as=ben");
        await page.PressAsync("Start lab");
        await page.WaitForURLAsync(first);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_an_answer_goes_on_in_the_same_message()
    {
        await using var cohort = await LocalCohort.StartAsync(pieceMilliseconds: 60);
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=chiara");
        await page.NextLessonAsync();
        await page.PressAsync("Start lab");
        await page.SeeInThreadAsync("What do you spend most of your working or studying week on");
        await page.WriteInThreadAsync(Answers[0]);
        await page.SeeInThreadAsync("No AI model is connected");
        await cohort.RestartAsync();
        await page.ReloadAsync();
        await page.SeeInThreadAsync("Exchange 1 of 3");
        Assert.Equal(1, await page.Thread.GetByText("No AI model is connected").CountAsync());
    }

    [Fact]
    public async Task A_private_answer_and_an_own_thread_are_seen_by_their_member_alone()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var amina = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina");
        var ben = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=ben");
        await amina.NextLessonAsync();
        await ben.SeeAsync("The job market in three layers");
        await amina.PressAsync("Start lab");
        await amina.SeeInThreadAsync("three exchanges");
        await amina.WriteAsync("/my lessons");
        await amina.SeeAsync("Only you can see this");
        await ben.GotoAsync(amina.Url.Replace("as=amina", "as=ben", StringComparison.Ordinal));
        await Assertions.Expect(ben.GetByText("Only you can see this")).ToHaveCountAsync(0);
        await Assertions.Expect(ben.Thread).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_hostile_message_stays_text()
    {
        await using var cohort = await LocalCohort.StartAsync();
        var page = await cohort.VisitAsync(browser.Chromium, "/c/careers-map?as=amina");
        await page.WriteAsync("<img src=x onerror=\"document.title='owned'\"> **not bold**");
        await page.SeeAsync("<img src=x onerror=");
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
    }
}
