using System.Text;
using CohortBot.Advisors;
using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Labs;

/// <summary>The shipped labs with the advisor that needs no model.</summary>
public sealed class ShippedLabTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_shipped_lab_can_be_lived_through_without_a_model(int course)
    {
        await using var world = await LabWorld.StartAsync(change: services => services.AddAdvisors().AddSingleton<ICourseLibrary>(new Library(course)));
        var thread = (await world.RunAsync("amina", "lab start")).GoTo!.Value;

        await world.SayAsync("amina", thread, "I have been a nurse for nine years, and I like explaining things to frightened people.");
        await world.SayAsync("amina", thread, "I would choose the workshop, because I see what is missing on my ward every day.");
        await world.SayAsync("amina", thread, "I finished a short course in python and never did any statistics.");
        var form = (await world.RunAsync("amina", "lab edit", thread)).Form!;
        var filled = form.Fields.ToDictionary(field => field.Id, field => field.Value);
        var text = form.Fields.First(field => field.IsLong).Id;
        filled[text] = "My own words.";
        var saved = await world.RunAsync("amina", form.Action, thread, filled);
        var pack = await world.RunAsync("amina", "my pack", thread);

        Assert.EndsWith("Exchange 3 of 3", world.Fake.In(thread)[3].Text, StringComparison.Ordinal);
        Assert.Contains("“", world.Fake.In(thread)[1].Text, StringComparison.Ordinal);
        Assert.InRange(form.Fields.Count, 1, 5);
        Assert.All(Words.Buttons(saved.Document), button => Assert.InRange(button.Action.Length, 1, 100));
        Assert.Contains("My own words.", Words.Of(saved.Document), StringComparison.Ordinal);
        Assert.Contains("My own words.", Encoding.UTF8.GetString(pack.File!.Content), StringComparison.Ordinal);
    }

    private sealed class Library(int course) : ICourseLibrary
    {
        public CourseShelf Shelf { get; } = Shipped(CohortBot.Tests.Advisors.Shelf.Shipped, course);

        private static CourseShelf Shipped(CourseShelf shelf, int course)
        {
            var shipped = shelf.Courses[course];
            var lesson = shipped.Lessons[0] with { Id = new LessonId("lesson-1") };
            return shelf with { Courses = [shipped with { Id = new CourseId("map"), Lessons = [lesson] }] };
        }
    }
}
