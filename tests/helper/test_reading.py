def test_x(helper):
    print(helper.ok("list-customers"))
