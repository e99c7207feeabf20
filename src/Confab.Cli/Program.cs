Console.WriteLine("confab");
